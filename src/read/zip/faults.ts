import type { Words } from '../../model/words.ts'

/** What is wrong with an archive or compressed data, in German. */
const GERMAN = {
  'breaks off': 'bricht ab',
  'check sum': 'die Prüfsumme stimmt nicht',
  size: 'die Größe stimmt nicht',
  'text after the end': 'hinter dem Ende steht noch etwas',
  'no end record': 'das Verzeichnis am Ende fehlt; die Datei ist nicht vollständig',
  'no ZIP64 end record': 'das ZIP64-Verzeichnis am Ende fehlt',
  'several volumes': 'es ist auf mehrere Dateien verteilt',
  'central directory too large': 'das Verzeichnis ist zu groß',
  'central directory not where it should be': 'das Verzeichnis steht nicht an seiner Stelle',
  'central directory breaks off': 'das Verzeichnis bricht ab',
  'central directory and number of parts differ': 'Verzeichnis und Zahl der Teile widersprechen sich',
  'impossible size': 'eine Größe ist unmöglich',
  'lies outside': 'liegt außerhalb',
  'no header': 'hat keinen Kopf',
  'header and directory differ': 'Kopf und Verzeichnis widersprechen sich',
  'overlaps another part': 'überschneidet sich mit einem anderen Teil',
} as const
export type ZipFault = keyof typeof GERMAN

/** A fault in both languages, with the part that it is about. Faults of compressed data have one name for people. */
export function faultWords(fault: ZipFault | 'bad data', part?: string): Words {
  const words =
    fault === 'bad data'
      ? { de: 'die gepackten Daten sind beschädigt', en: 'the compressed data is damaged' }
      : { de: GERMAN[fault], en: fault }
  return part === undefined ? words : { de: `„${part}“: ${words.de}`, en: `"${part}": ${words.en}` }
}
