import { tableOf } from '../../../model/table.ts'
import { fold } from './fold.ts'
import { CODE_OF, keyOf } from './heading.ts'

/**
 * Words of headings in other languages of Europe and its buyers' records. A list is not read by them, because half of it
 * would be lost; they serve to propose a mapping that a person corrects.
 */
const SUPPLIERS =
  /leverantor|leverandor|leverancier|toimittaja|fornecedor|proveedor|fornitore|fournisseur|dostawc|wykonawc|dodavatel|contratist|contratad|adjudicat|aggiudicat|attributaire|beneficiar|beneficiair|ragionesociale/
const VALUES =
  /valor|value|wert|betrag|amount|montant|importo|importe|belopp|belob|kwota|bedrag|summa|suma|cena|preco|precio|prezzo|prix|preis|price|cost|kosten|custo|varde|virdi|hinta/
const WHOLE_VALUES = /global|total|gesamt|totaal|totale/
const SUBJECTS =
  /objeto|objet|oggetto|predmet|przedmiot|onderwerp|foremal|titulo|titolo|titre|titel|title|descri|beskriv|opis|designa|bezeichn|item|produ|softw|program|artik|article/
/** What is said of a thing or a person and is neither its name nor what it costs. */
const OTHERS =
  /(?<![a-z])(?:country|land|pais|paese|pays|state|status|situacao|province|county|city|town|cidade|municip\w*|street|address|adress\w*|endereco|postcode|zip|plz|age|alter|years|severity|schweregrad|risk|risiko|priority|cvss|score|latitude|longitude|lat|long?|population|gender|cpf|cnpj|nif|siret|phone|format|extension|error|quantidade|quantity|menge|antal|cantidad|quantita|percent|pct|ratio)(?![a-z])/
const CODE_BEGINS = /^(?:id|nr|no|num|numero|number|code|cod|codigo|codice|kod)(?:[_\W]|$)/

/** Letters that Unicode does not take apart into a plain one and a sign. */
const LETTERS = tableOf({ ø: 'o', æ: 'ae', œ: 'oe', ð: 'd', đ: 'd', þ: 'th', ł: 'l', ı: 'i' })

const plain = (text: string): string => fold(text).replace(/[øæœðđþłı]/g, (letter) => LETTERS.get(letter)!)

/** "codigoPais" as "codigo pais". */
function words(heading: string): string {
  return plain(heading.replace(/([a-z])([A-Z])/g, '$1 $2')).replace(/[_-]+/g, ' ')
}

/** The letters alone, as the lists have them: `keyOf` takes "value" for „valü“. */
const lettersOf = (heading: string): string => plain(heading).replace(/[^a-z]+/g, '')

const NAMED = /name|namn|nome|nombre|nom$|nazwa|nimi|jmeno|denomina|ragionesociale/

/** How surely a heading of a supplier is that of the name: "fornecedor_nome" before "classificacao_fornecedor". */
export function supplierRank(heading: string): number {
  return (NAMED.test(lettersOf(heading)) ? 0 : 100) + words(heading).split(' ').length
}

/** Whether a heading names who is paid, and not a number or place of theirs. */
export function isForeignSupplier(heading: string): boolean {
  return SUPPLIERS.test(lettersOf(heading)) && !CODE_OF.test(keyOf(heading))
}

/** How likely a heading names an amount of money: 2 that of the whole, 1 any, 0 unlikely. */
export function valueIn(heading: string): 0 | 1 | 2 {
  const key = lettersOf(heading)
  return !VALUES.test(key) || isOther(heading) ? 0 : WHOLE_VALUES.test(key) ? 2 : 1
}

/** Whether a heading names what is bought. */
export function isSubject(heading: string): boolean {
  return SUBJECTS.test(lettersOf(heading))
}

/** Whether a heading names a code, place, age, grade or the like. */
export function isOther(heading: string): boolean {
  const said = words(heading)
  return OTHERS.test(said) || CODE_BEGINS.test(said)
}
