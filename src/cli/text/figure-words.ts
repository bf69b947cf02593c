import type { Language } from '../../model/words.ts'

const de = {
  surely: 'sicher dabei',
  perhaps: 'ungeklärt, vielleicht dabei',
  transitive: (n: string) => `daneben mittelbare (${n})`,
  vendors: 'Konzerne',
  missing: {
    maker: 'Hersteller nicht bekannt',
    licence: 'Lizenz nicht bekannt',
    layer: 'Schicht nicht bekannt',
    amount: 'ohne verwendbaren Betrag',
  },
  known: 'bekannt',
  open: 'offen oder selbst gemacht',
  undecided: 'ungeklärt',
  more: (n: number) => (n === 1 ? 'und ein weiterer Eintrag' : `und ${n} weitere Einträge`),
  holders: (n: number) => (n === 1 ? 'und ein weiterer Konzern' : `und ${n} weitere Konzerne`),
  layers: 'Je Schicht',
  because: 'vorläufig, weil',
  partOf: (part: string, whole: string) => `${part} von ${whole}`,
  nobody: 'Konzern unbekannt',
  portable: 'ersetzbar',
  none: 'In der neuesten Prüfung gibt es dazu keine Angabe.',
}

type FigureWords = typeof de

const en: FigureWords = {
  surely: 'surely in it',
  perhaps: 'undecided, perhaps in it',
  transitive: (n) => `beside them transitive ones (${n})`,
  vendors: 'groups',
  missing: { maker: 'maker not known', licence: 'licence not known', layer: 'layer not known', amount: 'without a usable amount' },
  known: 'known',
  open: 'open or made in-house',
  undecided: 'undecided',
  more: (n) => (n === 1 ? 'and one more item' : `and ${n} more items`),
  holders: (n) => (n === 1 ? 'and one more group' : `and ${n} more groups`),
  layers: 'By layer',
  because: 'provisional, because',
  partOf: (part, whole) => `${part} of ${whole}`,
  nobody: 'group unknown',
  portable: 'replaceable',
  none: 'The newest audit says nothing about it.',
}

/** Words of what a headline figure is made of. */
export function figureWords(language: Language): FigureWords {
  return { de, en }[language]
}
