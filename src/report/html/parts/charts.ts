import { shorten } from '../safe.ts'

/** Pictures as geometry: horizontal extents in percent of the width, so that text keeps its size on every screen. The SVG is in templates/. */

const ROW = 42
const BAR_TOP = 20

export interface Segment {
  /** Names the pattern and the colour. */
  readonly kind: string
  readonly x: string
  readonly width: string
  /** Inside the bar, where there is room. */
  readonly label: { readonly x: string; readonly text: string } | null
}

export interface ChartRow {
  readonly label: string
  readonly value: string
  readonly labelY: number
  readonly barY: number
  readonly segments: readonly Segment[]
  readonly ticks: readonly { readonly x: string; readonly y: number }[]
}

export interface Tick {
  readonly x: string
  readonly label: string
}

export interface Chart {
  readonly id: string
  readonly title: string
  /** The content in words, with values. */
  readonly desc: string
  readonly height: number
  readonly rows: readonly ChartRow[]
  readonly ticks: readonly Tick[]
  readonly legend: readonly { readonly kind: string; readonly text: string }[]
}

/** `from` and `to` as shares of the width, 0…1. */
export interface Extent {
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly text?: string
}

interface ChartInput {
  readonly id: string
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly value: string; readonly extents: readonly Extent[] }[]
  readonly ticks?: readonly { readonly at: number; readonly label: string }[]
  readonly legend: Chart['legend']
}

/** Room that a label of two digits and a percent sign needs. */
const LABEL_ROOM = 0.12
/** Longer names would leave no room for the value at the end of the same line on a narrow screen. */
const LABEL_LENGTH = 30

export function chart({ id, title, rows, ticks = [], legend }: ChartInput): Chart {
  return {
    id,
    title,
    desc: rows.map(({ label, value }) => `${label}: ${value}`).join('; '),
    height: rows.length * ROW + (ticks.length > 0 ? 20 : 2),
    rows: rows.map(({ label, value, extents }, index) => ({
      label: shorten(label, LABEL_LENGTH),
      value,
      labelY: index * ROW + 15,
      barY: index * ROW + BAR_TOP,
      segments: extents.filter(({ from, to }) => to > from).map(segment),
      ticks: ticks.filter(({ at }) => at < 1).map(({ at }) => ({ x: percent(at), y: index * ROW + BAR_TOP - 3 })),
    })),
    ticks: ticks.map(({ at, label }) => ({ x: percent(at), label })),
    legend,
  }
}

function segment({ kind, from, to, text }: Extent): Segment {
  const width = to - from
  const label = text !== undefined && width >= LABEL_ROOM ? { x: percent(from + width / 2), text } : null
  return { kind, x: percent(from), width: percent(width), label }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
