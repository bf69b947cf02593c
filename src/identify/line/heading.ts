import { wordsOf } from '../names/comparable.ts'
import { GERMAN_FORM_ENDING } from '../names/name-words.ts'
import { isSoftwareCode, isSoftwareWord } from '../words/technology.ts'

/** What ends a heading: a dash, a colon, or the words of a right to use. */
const HEAD =
  /^([\p{L}\p{N}][^:|]{0,39}?)(?:\s+[-–—|]\s|:\s|[\s-]+(?=\p{L}*(?:lizenz|licen[cs]|subs[kc]ri)|(?:abo|users?|nutzer|seats?|accounts?|saas)(?:\P{L}|$)))/iu

/** The words that head a title about software, or the whole title; `undefined` for a title about anything else. */
export function headOf(title: string, cpv: readonly string[] | undefined): string | undefined {
  if (cpv?.some(isSoftwareCode) !== true && !wordsOf(title).some(isSoftwareWord)) return undefined
  return HEAD.exec(title)?.[1] ?? (title.length <= 40 ? title : undefined)
}

/** „Handscanner Zebra DS2208“: the name that follows a word for a device or what it uses up. */
const DEVICE =
  /(?:^|[\s,;(/+&])\p{L}*(?:toner|patronen?|tinte|drucker|multifunktionsgeräte?|kopierer|scanner|monitore?|displays?|bildschirme?|beamer|projektor|notebooks?|laptops?|tablets?|smartphones?|telefone?|headsets?|kameras?|router|switch|switche|switches|funkgeräte?|ladestation(?:en)?|wallbox(?:en)?|diktiergeräte?|plotter|pumpen?|aufz[uü]ge?|kehrmaschinen?|mäher|stapler|bagger|lader|anhänger|kessel|leuchten?|zentrifugen?|kompressor(?:en)?|mikroskope?|defibrillator(?:en)?|arbeitsspeicher|festplatten?|kartenleser|kameror|kamery|caméras?|telecamere|cámaras?)\s+(?:orig(?:inal)?\.?\s+)?(\p{Lu}[\p{L}\p{N}]+)(?=$|[\s,;)/+&-])/iu

export function namedDevice(title: string): string | undefined {
  const name = DEVICE.exec(title)?.[1]
  return name !== undefined && /^\p{Lu}/u.test(name) ? name : undefined
}

/** Parts of a title that stand for themselves. */
const PARTS = /[,;:()]+/
const MOST_PARTS = 16
const FORM = new RegExp(String.raw`\s${GERMAN_FORM_ENDING}$`, 'iu')
const FIRM = /(?:^|\s)(?:fa\.|firma)\s+(\S.*)$/i

/** „Wartung (Fa. Kone)“, „Tauchpumpen, KSB SE“: what is called a firm, or stands by itself and ends in a legal form, is a party's name. */
export function namedParties(title: string): readonly string[] {
  return title.split(PARTS, MOST_PARTS).flatMap((part) => {
    const name = FIRM.exec(part)?.[1] ?? (FORM.test(part.trim()) ? part : '')
    return name === '' ? [] : [name.trim()]
  })
}
