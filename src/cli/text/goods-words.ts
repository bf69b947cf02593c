import type { Goods } from '../../model/register.ts'
import type { Language, Words } from '../../model/words.ts'

const words = (de: string, en: string): Words => ({ de, en })

/** Kinds of goods for readers. */
const GOODS_WORDS: Readonly<Record<Goods, Words>> = {
  household: words('Hausgeräte', 'household appliances'),
  television: words('Fernsehgeräte', 'television sets'),
  monitor: words('Monitore', 'monitors'),
  lighting: words('Leuchten und Leuchtmittel', 'lamps and lighting'),
  dictation: words('Diktiergeräte', 'dictation devices'),
  'mobile-phone': words('Mobiltelefone', 'mobile phones'),
  'cordless-phone': words('schnurlose Telefone', 'cordless phones'),
  'telephone-system': words('Telefonanlagen', 'telephone systems'),
  notebook: words('Notebooks', 'notebooks'),
  printer: words('Drucker', 'printers'),
  'document-scanner': words('Dokumentenscanner', 'document scanners'),
  'data-centre': words('Rechenzentrumstechnik', 'data centre equipment'),
  medical: words('Medizintechnik', 'medical technology'),
  hearing: words('Hörgeräte', 'hearing aids'),
  car: words('Personenkraftwagen', 'cars'),
  truck: words('Lastkraftwagen', 'lorries'),
  'car-battery': words('Fahrzeugbatterien', 'car batteries'),
  battery: words('Gerätebatterien', 'batteries'),
  'power-tool': words('Elektrowerkzeuge', 'power tools'),
  'construction-machine': words('Baumaschinen', 'construction machines'),
  audio: words('Kopfhörer und Audiogeräte', 'headphones and audio devices'),
  forklift: words('Flurförderzeuge', 'forklifts'),
  surveying: words('Vermessungsgeräte', 'surveying instruments'),
  microscope: words('Mikroskope', 'microscopes'),
  camera: words('Kameras', 'cameras'),
  'heating-control': words('Heizungsregelung', 'heating controls'),
  'air-conditioning': words('Klimageräte', 'air conditioning'),
  'flash-memory': words('Flash-Speicher', 'flash memory'),
  protective: words('Schutzausrüstung', 'protective equipment'),
  security: words('Sicherheitstechnik', 'security systems'),
  radio: words('Funkgeräte', 'two-way radios'),
  'point-of-sale': words('Kassensysteme', 'point-of-sale systems'),
}

/** `Hausgeräte (household)`: in words, and as a vendor file names it. */
export function goodsText(goods: Goods, language: Language): string {
  return `${GOODS_WORDS[goods][language]} (${goods})`
}
