import { fold } from './fold.ts'
import type { ColumnField } from './header-words.ts'
import type { Currency } from '../values/units.ts'

/** The columns of a list as a portal writes it, where its headings alone say too little or mean something else. */
export interface Layout {
  readonly portal: string
  /** Headings that only lists of this portal have together. */
  readonly known: readonly string[]
  /** The rest is understood by its headings. */
  readonly columns: Readonly<Record<string, ColumnField>>
  /** That of amounts which name none. */
  readonly currency: Currency
  /** Cells by which a row says that nobody was awarded anything. */
  readonly unawarded?: Readonly<Record<string, RegExp>>
  /** Cells by which a row says that a newer one holds. */
  readonly replaced?: Readonly<Record<string, RegExp>>
  /** The names in a cell of winners. */
  readonly winners?: (cell: string) => readonly string[]
  /** Each winner of a contract has a row of its own, with the amount of the whole. */
  readonly rowsOfWinners?: true
  /** Amounts of a whole notice, which stand in each of its rows: they are a row's where this column says so. */
  readonly whole?: { readonly columns: readonly string[]; readonly where: string; readonly is: RegExp }
}

const ignored = (...headings: readonly string[]): Record<string, ColumnField> => Object.fromEntries(headings.map((one) => [one, 'ignore']))

const LAYOUTS: readonly Layout[] = [
  {
    // https://data.europa.eu/data/datasets/ted-csv
    portal: 'TED (CSV)',
    known: ['ID_NOTICE_CAN', 'ID_AWARD', 'WIN_NAME', 'TOP_TYPE'],
    columns: {
      TITLE: 'title', WIN_NAME: 'supplier', ID_AWARD: 'contractNumber', TOP_TYPE: 'procedure', NUMBER_OFFERS: 'bids', CPV: 'cpv',
      AWARD_VALUE_EURO: 'awardValue', AWARD_VALUE_EURO_FIN_1: 'awardValue', AWARD_EST_VALUE_EURO: 'estimate', VALUE_EURO: 'amount',
      ...ignored('VALUE_EURO_FIN_1', 'VALUE_EURO_FIN_2', 'TYPE_OF_CONTRACT', 'CONTRACT_NUMBER', 'FRA_ESTIMATED', 'ADDITIONAL_CPVS'),
    },
    currency: 'EUR',
    unawarded: { INFO_ON_NON_AWARD: /\S/, CANCELLED: /^1$/ },
    winners: (cell) => cell.split('---'),
    whole: { columns: ['VALUE_EURO'], where: 'NUMBER_AWARDS', is: /^1$/ },
  },
  {
    // https://www.contractsfinder.service.gov.uk
    portal: 'Contracts Finder',
    known: ['Notice Identifier', 'Awarded Value', 'Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]'],
    columns: {
      'Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]': 'supplier', 'Awarded Value': 'awardValue',
      'Contract start date': 'start', 'Contract end date': 'end', "Supplier's contact name": 'person',
      ...ignored('Start Date', 'End Date'),
    },
    currency: 'GBP',
    unawarded: { Status: /^(?!awarded$)\S/i },
    winners: (cell) => [...cell.matchAll(/\[([^|[\]]*)(?:\|[^[\]]*)?\]/g)].map(([, name]) => name!),
  },
  {
    // Kerndaten of the BVergG 2018, as https://offenevergaben.at gives them; KD_8_1 are calls, but for KD_8_1_Z4
    portal: 'offenevergaben.at',
    known: ['auftraggeber stammzahl', 'lieferant stammzahl', 'anzahl eingegangener angebote'],
    columns: {
      art: 'status', titel: 'title', lieferant: 'supplier', wert: 'contractValue', 'anzahl eingegangener angebote': 'bids',
      'geplanter ausführungsbeginn': 'start', 'endzeitpunkt / erfüllungszeitpunkt': 'end',
      ...ignored('auftraggeber', 'auftraggeber stammzahl', 'lieferant stammzahl', 'anzahl eingegangener angebote (kmu)'),
    },
    currency: 'EUR',
    unawarded: { art: /^KD_8_1_Z(?!4)/ },
  },
  {
    // https://ec.europa.eu/budget/financial-transparency-system
    portal: 'FTS (EU)',
    known: ['Reference of the Legal Commitment (LC)', "Beneficiary's contracted amount (EUR)", 'Name of beneficiary'],
    columns: {
      'Name of beneficiary': 'supplier', "Beneficiary's contracted amount (EUR)": 'contractValue',
      "Beneficiary's estimated contracted amount (EUR)": 'estimate',
      ...ignored('Commitment contracted amount (EUR) (A)', 'Additional/Reduced amount (EUR) (B)', 'Commitment total amount (EUR) (A+B)'),
      ...ignored('Commitment consumed amount (EUR)', "Beneficiary's estimated consumed amount (EUR)", 'Budget line number', 'Type of contract*'),
    },
    currency: 'EUR',
    winners: (cell) => [cell.replaceAll('*', ' ')],
  },
  {
    // https://www.data.gouv.fr, données essentielles de la commande publique
    portal: 'DECP',
    known: ['acheteur_id', 'titulaire_id', 'titulaire_nom', 'dureeMois'],
    columns: { uid: 'contractNumber', titulaire_nom: 'supplier', ...ignored('id', 'acheteur_nom', 'titulaire_id') },
    currency: 'EUR',
    replaced: { donneesActuelles: /^(?:false|faux|0)$/i },
    rowsOfWinners: true,
  },
] // prettier-ignore

/** The portal whose layout a list has; known by its headings, in whatever order. */
export function layoutOf(headings: readonly string[]): Layout | undefined {
  const there = new Set(headings.map(fold))
  return LAYOUTS.find(({ known }) => known.every((heading) => there.has(fold(heading))))
}

/** What a layout says of a column. */
export function fieldIn(layout: Layout | undefined, heading: string): ColumnField | undefined {
  if (layout === undefined) return undefined
  const name = Object.keys(layout.columns).find((known) => fold(known) === fold(heading))
  return name === undefined ? undefined : layout.columns[name]
}
