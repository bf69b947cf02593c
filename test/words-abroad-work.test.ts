import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { isOperation } from '../src/identify/line/operation.ts'
import { boughtBy } from '../src/identify/line/work.ts'
import { concluded, labelledLines } from './support/vendors.ts'

type Role = 'work' | 'right' | 'operation' | 'none'
type Languages = Readonly<Record<string, Readonly<Record<Role, readonly string[]>>>>

const languages = parse(readFileSync(new URL('../fixtures/words-abroad.yaml', import.meta.url), 'utf8')) as Languages
const rows = Object.entries(languages).map(([language, titles]) => ({
  language,
  rows: Object.entries(titles).flatMap(([role, list]) => list.map((title) => ({ role, title }))),
}))

const roleOf = (title: string): Role => boughtBy(title) ?? (isOperation(title) ? 'operation' : 'none')
/** Renewed or not, lines are lines. */
const isOf = (role: string, title: string) => roleOf(title) === role || (role === 'operation' && isOperation(title))

describe('what a title says is bought', () => {
  it('is asked in two dozen languages, in each of every role and of what only sounds like it', () => {
    expect(rows.length).toBeGreaterThanOrEqual(24)
    for (const { language, rows: list } of rows) {
      expect(new Set(list.map(({ role }) => role)).size, language).toBe(4)
      expect(list.length, language).toBeGreaterThanOrEqual(8)
    }
  })

  describe.each(rows)('in $language', ({ rows: list }) => {
    it.each(list)('is $role: $title', ({ role, title }) => expect(isOf(role, title) ? role : roleOf(title)).toBe(role))
  })
})

const [line] = labelledLines()
const ofLine = (name: string, supplier?: string) =>
  concluded([{ ...line!, item: { ...line!.item, id: name, ref: name, name, said: supplier === undefined ? {} : { supplier } } }])[0]!

describe('who makes what a line in another language says', () => {
  it.each([
    ['Dátové a hlasové služby – obnova VPN', 'Slovak Telekom, a.s.', 'deutsche-telekom'],
    ['Voz fixa e SMS', 'NOS Comunicações, S.A.', 'nos-pt'],
    ['Υπηρεσίες κινητής τηλεφωνίας', 'COSMOTE', 'deutsche-telekom'],
    ['Фиксирани и мобилни услуги', 'Виваком', 'united-group'],
    ['Adesione convenzione TM9 – SIM dati e voce Vodafone', 'Vodafone Italia S.p.A.', 'vodafone-italia'],
    ['Konsultstöd ArcGIS Enterprise uppgradering', 'Sweco', 'sweco'],
  ])('%s by %s is its own', (title, supplier, maker) => {
    const { maker: of, reseller } = ofLine(title, supplier)
    expect([of?.id, reseller]).toEqual([maker, undefined])
  })

  it('is nobody known where people teach, develop or repair what is named', () => {
    for (const title of ['Školenie Photoshop a InDesign', 'Szkolenia z programu Photoshop', 'Photoshop-koulutus', 'Обучение Photoshop'])
      expect(ofLine(title, 'Miestna firma s.r.o.').maker, title).toBeUndefined()
  })

  it('is the maker of what is got, whatever work comes with it', () => {
    for (const title of ['Dodávka a implementace ArcGIS', 'Leverans och införande av ArcGIS', 'Licencje ArcGIS wraz ze szkoleniem'])
      expect(ofLine(title, 'Miestna firma s.r.o.').maker?.id, title).toBe('esri')
  })
})

describe('those who develop', () => {
  it.each([
    '5 Entwickler, Verlängerung',
    '5 developers',
    '5 développeurs, renouvellement',
    '5 sviluppatori, 12 mesi',
    '5 desarrolladores',
    '5 programistów, odnowienie',
    '5 vývojářů',
    '5 fejlesztő',
    '5 разработчици, подновяване',
    '5 розробників',
    '5 kehittäjää',
    '5 udviklere',
    '5x ontwikkelaars',
  ])('so many of them use what is bought: %s', (users) => expect(boughtBy(`Telerik DevCraft Complete, ${users}`)).not.toBe('work'))

  it.each(['2 Entwickler für das Portal', 'Telerik DevCraft, 2 Entwickler für das Portal', 'Java-Entwickler', 'Desarrolladores Java'])(
    'without a number, or with what they work on, they do it: %s',
    (title) => expect(boughtBy(title)).toBe('work'),
  )
})

describe('work that is said to come with the thing', () => {
  it.each([
    'Carbonio 1.200 utenti, migrazione da Zimbra OSE incl.',
    'Carbonio 1.200 utenti, formazione inclusa',
    'Carbonio, formation comprise',
    'Carbonio, Schulung inbegriffen',
    'Carbonio, instalación incluida',
    'Carbonio, obuka uključena',
    'Carbonio, szkolenie wliczone w cenę',
    'Carbonio - Pilot Bundesbehörde',
  ])('is not what is bought: %s', (title) => expect(boughtBy(title)).not.toBe('work'))

  it.each(['Schulung Carbonio, Unterlagen inbegriffen', 'Pilot Carbonio', 'SharePoint 2013 Pilot'])('but is here: %s', (title) =>
    expect(boughtBy(title)).toBe('work'),
  )
})

describe('an operator that a title about lines names', () => {
  it('runs them, half sure where no supplier is named', () => {
    for (const [title, maker] of [
      ['A1 Telekom Austria: Mobilfunk Landesregierung 3.800 SIM', 'a1-telekom-austria'],
      ['Vodafone: Mobilfunkverträge', 'vodafone'],
      ['Swisscom: telefonia mobile', 'swisscom'],
      ['SIM dati e fonia mobile VODAFONE ITALIA, adesione TM9', 'vodafone-italia'],
      ['Serv. telefonía móvil corporativa VODAFONE ESPAÑA SAU lote 2', 'vodafone-espana'],
    ])
      expect(ofLine(title!).maker, title).toMatchObject({ id: maker, confidence: 0.5 })
  })

  it('but not whoever else is named, two of them, or for what people do', () => {
    for (const title of [
      'Samsung Mobilfunk',
      'Mobilfunk: Swisscom oder Vodafone',
      'Stadtwerke München: Mobilfunk',
      'A1 Telekom Austria: Schulung Mobilfunk',
    ])
      expect(ofLine(title).maker, title).toBeUndefined()
    expect(ofLine('A1 Telekom Austria: Mobilfunk', 'Telekom Deutschland GmbH').maker?.id).toBe('deutsche-telekom')
  })
})

describe('a right that is said not to be bought', () => {
  it.each([
    'Carbonio, Schulung ohne Lizenzen',
    'Formation Carbonio sans les licences',
    'Carbonio mokymai be licencijų',
    'Σεμινάριο Carbonio χωρίς άδειες',
  ])('leaves the work: %s', (title) => expect(boughtBy(title)).toBe('work'))

  it('and what is to be licensed is a right', () => expect(boughtBy('Carbonio to be licensed per user, training')).toBe('right'))
})

describe('what is got together with work on it', () => {
  it.each([
    'Supply, installation and support of Carbonio',
    'Überlassung, Einrichtung und Betreuung Carbonio',
    'Dodávka, implementace Carbonio',
  ])('is the thing: %s', (title) => expect(boughtBy(title)).toBe('right'))

  it.each(['Unterstützung bei der Hardwarelieferung, Rollout', 'Beratung Energiebeschaffung, Los 2', 'Schulung Einkauf, SAP'])(
    'but not where work about it is: %s',
    (title) => expect(boughtBy(title)).toBe('work'),
  )

  it('but nobody gets what is sold', () => expect(boughtBy('Verkauf, Beratung und Schulung')).toBe('work'))
})

describe('what is said to be included', () => {
  it.each([
    'SAP Anpassung, Reisekosten inkl.',
    'Carbonio Installation, Anfahrt inklusive',
    'Jira Customizing, travel included',
    'Zusatzauftrag Carbonio Anpassung, nicht im Wartungsvertrag enthalten',
    'Jira Customizing, not included in support',
    'Carbonio Migration inklusive Reisekosten',
    'Formation Carbonio, frais non compris',
  ])('is what stands before it in its part of the title, and nothing where it is not: %s', (title) => expect(boughtBy(title)).toBe('work'))
})
