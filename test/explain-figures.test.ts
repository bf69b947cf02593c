import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import { Figures, type Contribution } from '../src/figures.ts'
import { concludeAmounts } from '../src/identify/money.ts'
import { SHARES, type Audit } from '../src/model/audit.ts'
import type { Dossier } from '../src/model/dossier.ts'
import { FACTS } from '../src/model/facts.ts'
import { FIGURES, FIGURE_OF_FACT } from '../src/model/figures.ts'
import { context } from '../src/report/html/context.ts'
import { trail } from '../src/report/html/sections/trail.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { KNOWLEDGE } from './support/whole-audit.ts'
import { LAYERS, scored } from './support/scored.ts'
import { anything } from './support/unknowns.ts'

const cwd = temporary()
const run = (...args: string[]) => eigenstand(args, { cwd })
let audit: Audit

beforeAll(() => {
  const inputs = ['bom.cdx.json', 'vertraege.csv'].map((name) => join(ROOT, 'fixtures/rosetta', name))
  const args = ['audit', ...inputs, '--as-of', '2026-11-23', '--project', 'Wohngeld Online']
  audit = JSON.parse(run(...args, '--json').stdout) as Audit
}, 60_000)

interface Entry {
  readonly item: number
  readonly name: string
  readonly low: number
  readonly high: number
  readonly seenAt: readonly { file: string; at: string; line: number }[]
}
const known = (language: 'de' | 'en', of: Audit | undefined = audit) => ({ audit: of, knowledge: KNOWLEDGE, openSourceDeliverable: false, language }) // prettier-ignore
const asked = (id: string) => explain(id, known('de'))!
const sum = (parts: readonly { readonly low: number; readonly high: number }[], end: 'low' | 'high') =>
  parts.reduce((all, part) => all + part[end], 0)

describe('every headline figure can be asked for what it is made of', () => {
  it.each(FIGURES)('%s, in both languages, as data, and without an audit', (id) => {
    for (const language of ['de', 'en'] as const) {
      const { text } = explain(id, known(language))!
      expect(text).toMatch(/vertraege\.csv:\d+:\d+ (?:Zeile|line) \d+|bom\.cdx\.json:\d+:\d+ \/(?:components|services)\/\d+/)
      expect(text).not.toMatch(/undefined|NaN|\[object|\[[a-z-]+\.[a-z.-]+\]/)
      expect(explain(id, { ...known(language), audit: undefined })!.text).toContain('docs/scoring.md')
    }
    const { document } = asked(id)
    const figure = (document['kind'] === 'figure' ? document : document['figure']) as { kind: string; id: string }
    expect([figure.kind, figure.id]).toEqual(['figure', id])
    expect(JSON.stringify(figure)).toMatch(/"seenAt":\[\{"file":"[^"]*(?:vertraege\.csv|bom\.cdx\.json)","at":"[^"]+","line":\d+/)
  })

  it('the level by the names of what governs it', () => {
    const { text } = explain('level', known('de'))!
    expect(text).toContain('F-02 Ein Anbieter hat mindestens 40 % der Schicht: Plattform')
    expect(text).toContain('Weniger als 80 % offene Software: Wohngeld Online')
    expect(text).not.toMatch(/\((?:plattform|wohngeld-online|pkg:[^)]*)\)/)
  })

  it('from the command line, with whose audit it is', () => {
    const shown = run('explain', 'proprietary', '--lang', 'de').stdout
    expect(shown).toContain('Proprietär-Anteil (proprietary)\n')
    expect(shown).toMatch(/Ausgaben: 74,8–91,2\s% \(468\.500\s€ im Jahr\)\n {2}sicher dabei: 8 Einträge\n {4}Microsoft 365 E3 +25,6\s% +120\.000\s€ +\S*vertraege\.csv:6:1 Zeile 6, Auftragswert netto \(EUR\): „360\.000,00“\n/) // prettier-ignore
    expect(shown).toContain('Aus der neuesten Prüfung von „Wohngeld Online“')
    const data = JSON.parse(run('explain', 'large-vendors', '--json').stdout) as Record<string, unknown>
    expect(data).toMatchObject({ format: 'eigenstand/explain/1', kind: 'figure', id: 'large-vendors', project: 'wohngeld-online', asOf: '2026-11-23' }) // prettier-ignore
    expect(run('explain', 'large-vendor-share', '--json').stdout).toContain('"asOf": "2026-11-23"')
    expect(run('explain', 'proprietery')).toMatchObject({ code: 2, stderr: expect.stringContaining('„proprietary“') })
  })

  it('by its name in the report, in the audit document, and by the fact that policies ask', () => {
    expect(['Großanbieter-Anteil', 'share of large vendors', 'SHARE:large-vendors'].map((id) => asked(id).document['id'])).toEqual(
      ['large-vendors', 'large-vendors', 'large-vendors'], // prettier-ignore
    )
    for (const [fact, id] of Object.entries(FIGURE_OF_FACT)) {
      expect(Object.hasOwn(FACTS, fact)).toBe(true)
      expect(asked(fact).document).toMatchObject({ kind: 'fact', id: fact, figure: { kind: 'figure', id } })
    }
  })

  it('shows the items of a share, surely and perhaps in it, that come to its two ends', () => {
    const { shares } = asked('proprietary').document as { shares: { basis: string; low: number; high: number; items: Entry[]; transitive?: { high: number; items: Entry[] } }[] } // prettier-ignore
    expect(shares.map(({ basis }) => basis)).toEqual(['components', 'spend', 'lines'])
    for (const { low, high, items } of shares) {
      expect(sum(items, 'low')).toBeCloseTo(low, 3)
      expect(sum(items, 'high')).toBeCloseTo(high, 3)
    }
    const gitlab = shares[1]!.items.find(({ name }) => name === 'GitLab Premium')!
    // a mixed product is surely in it with one part, and perhaps with another
    expect(gitlab.low).toBeLessThan(gitlab.high)
    expect(gitlab.seenAt).toMatchObject([{ at: 'line 22', line: 22 }])
    expect(shares[0]!.transitive!.items.map(({ name }) => name)).toEqual(['hilfsfunktionen'])
  })

  it('shows for the level what decides each axis', () => {
    const { figure } = asked('level').document as { figure: { level: { governing: { number: string; items: Entry[] } }; axes: { governing: { policy: string } | null }[] } } // prettier-ignore
    expect(figure.level.governing.number).toMatch(/^F-\d\d$/)
    expect(figure.level.governing.items.length).toBeGreaterThan(0)
    expect(figure.axes.map(({ governing }) => governing?.policy)).toEqual([
      'dominant-vendor',
      'low-open-share',
      'critical-vendor-dependence',
    ])
  })
})

const PROJECT = { vat: { factor: 1.19, date: '2026-01-01' }, rates: [{ currency: 'CHF', eur: 1.0731, date: '2026-01-01' }] }

/** With what an audit concludes of their amounts: without credits, and so large that its cents are no rounding. */
function priced(read: readonly Dossier[]): readonly Dossier[] {
  const items = read.map((item) => {
    if (item.amount === undefined) return item
    const { setOff: _, ...amount } = item.amount
    return { ...item, amount: { ...amount, value: `1${amount.value.padStart(8, '0')}` } }
  })
  const { amounts } = concludeAmounts(items, { asOf: '2026-11-23', project: PROJECT })
  return items.map((item, i) => {
    const amount = amounts.get(i)
    return amount === undefined ? item : { ...item, amount }
  })
}

it('what a figure is made of adds up to it, whatever the items', () => {
  const near = (found: number, said: number, what: string) => expect(Math.abs(found - said), what).toBeLessThan(0.0002)
  const adds = (items: readonly Contribution[], said: { low: number; high: number }, what: string) => {
    near(sum(items, 'low'), said.low, `${what} low`)
    near(sum(items, 'high'), said.high, `${what} high`)
  }
  const holds = fc.property(anything, (read) => {
    const items = priced(read)
    const made = { ...scored(items, { project: PROJECT }), items, asOf: '2026-11-23' } as unknown as Audit
    const figures = new Figures(made, LAYERS)
    for (const id of SHARES) {
      for (const { share, items: all, transitive } of figures.shares(id)) {
        adds(all, share, `${id} ${share.basis}`)
        if (share.transitive !== undefined) adds(transitive, share.transitive, `${id} transitive`)
      }
    }
    for (const { concentration, held, undecided, open } of figures.concentration()) {
      concentration.holders.forEach((holder, i) => near(sum(held[i]!, 'low'), holder.low, holder.id))
      near(sum(undecided, 'high'), concentration.undecided, 'undecided')
      near(sum(open, 'low'), concentration.open, 'open')
    }
    for (const { coverage, missing } of figures.coverage())
      near(1 - sum(missing, 'high'), coverage.known, `${coverage.of} ${coverage.basis}`)
  })
  fc.assert(holds, { numRuns: 300 })
})

it('the report says how to ask, and everything it names has an answer', () => {
  const of = context(audit, { language: 'de' })
  expect(trail(of).ask).toMatchObject({ id: 'ask' })
  const commands = [...of.tables.get('ask')!].map(({ cells }) => cells.map(({ lines }) => lines[0]!.text))
  expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(['Großanbieter-Anteil', 'Belegdichte', 'Wechselmöglichkeit', 'Feststellung F-01'])) // prettier-ignore
  for (const [, command] of commands) {
    const [, id] = /^eigenstand explain (\S+)$/.exec(command!)!
    expect(explain(id!, known('de')), id).toBeDefined()
  }
  const page = run('audit', join(ROOT, 'fixtures/rosetta/vertraege.csv'), '--as-of', '2026-11-23', '--no-store', '--format', 'html', '--output', '-').stdout // prettier-ignore
  expect(page).toContain('<a href="#ask">Befehle in Anhang E</a>')
  expect(page).toContain('<table id="ask"')
})
