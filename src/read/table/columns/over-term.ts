/** What a heading says of its amounts behind their name: that they are for the whole term. "Gesamtkosten über die Laufzeit", "Total cost over term". */
const OVER_TERM =
  /(?:[ ,:/-]+(?:uber|fur|wahrend|auf|in|innerhalb|der|die|das|den|ganze[nr]?|gesamte[nr]?|volle[nr]?|vereinbarte[nr]?|over|for|the|full|whole|entire))*[ ,:/-]+(?:(?:vertrags|mindest|gesamt|vertragsgesamt)?laufzeit|vertrags(?:dauer|zeitraum)|(?:contract )?(?:term|duration|lifetime))$/
/** "Laufzeitkosten", "Laufzeitwert" */
const OF_TERM = /^(?:gesamt|vertrags)?laufzeit(?=(?:kosten|werte?|betrag|summe|preis)$)/

/** The name of an amount for the whole term without that; `undefined` where it does not say so. */
export function nameOverTerm(name: string): string | undefined {
  const plain = name.trim()
  const rest = plain.replace(OVER_TERM, '').replace(OF_TERM, '')
  return rest === plain ? undefined : rest
}
