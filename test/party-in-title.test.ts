import { describe, expect, it } from 'vitest'
import { concluded, labelledLines } from './support/vendors.ts'

const [pattern] = labelledLines()
const of = (name: string, said: Readonly<Record<string, string>> = {}) =>
  concluded([{ ...pattern!, item: { ...pattern!.item, id: name, ref: name, name, said } }])[0]!

describe('a title that itself names who does what is bought', () => {
  it.each([
    ['Weiterentwicklung Webapplikation, Netcetera AG, Abruf 4', 'netcetera'],
    ['A12-Entwicklung Los 2, 1.400 PT, mgm technology partners GmbH', 'mgm'],
    ['Third-Party-Support SAP ECC, Rimini Street, ab 01/27', 'rimini-street'],
    ['Drittwartung NetApp FAS 8200, Park Place Technologies, 24 Mon.', 'park-place'],
    ['Développement du portail usagers - Capgemini France', 'capgemini'],
    ['Konsultstöd SAP, Knowit AB, avrop 3', 'knowit'],
    ['Wdrożenie systemu, Asseco Poland S.A., umowa 4/2026', 'asseco'],
    ['Rozvoj IS SAP (PosAm, spol. s r.o.)', 'posam'],
    ['Beratung Microsoft 365 durch Capgemini Deutschland GmbH', 'capgemini'],
    ['Netcetera AG: Weiterentwicklung Portal', 'netcetera'],
  ])('%s: the firm, not what it works on', (title, maker) => {
    expect(of(title).maker?.id).toBe(maker)
  })

  it('with its town or its country in the name', () => {
    expect(of('ITCS-Erneuerung Los 1 Bordrechner, INIT GmbH Karlsruhe').maker?.id).toBe('init-se')
    expect(of('Softwareentwicklung, Netcetera (Schweiz) AG').maker?.id).toBe('netcetera')
  })

  it("as it runs or cares for what is nobody else's, whatever it was called before", () => {
    expect(of('z/OS-Mainframe-Betrieb, Kyndryl Deutschland GmbH (vorm. IBM GTS)').maker?.id).toBe('kyndryl')
    expect(of('IT-Infrastrukturservices, Axians ICT Austria GmbH (vorm. S&T AG)').maker?.id).toBe('axians')
    expect(of('Razvoj aplikacije, IN2 d.o.o. (bivši SAP d.o.o.)').maker?.id).toBe('in2-hr')
    expect(of('Netzwerk-Wartung Backbone, Kapsch BusinessCom AG, Land NÖ').maker?.id).toBe('cancom')
  })

  it('also a public body that works for others', () => {
    expect(of('Betrieb Citrix-Farm, Dataport AöR').maker?.id).toBe('dataport')
  })

  it('or sells it, where a product is named', () => {
    const { maker, reseller } = of('Microsoft 365 E3, Bechtle GmbH, 12 Monate')
    expect([maker?.id, reseller?.id]).toEqual(['microsoft', 'bechtle'])
  })

  it.each([
    'Schulung Python, SAP, 3 Tage', // what is taught
    'Schulung Excel, Landeshauptstadt München', // who buys
    'Ablösung Fachverfahren (Prosoz Herten GmbH)',
    'Beratung, Netcetera AG, Knowit AB', // one of two
    'Sviluppo applicativo (RTI Engineering Ingegneria Informatica S.p.A. / Almaviva S.p.A.)',
    'Softwareentwicklung, ARGE Netcetera AG / Ungenannt',
  ])('but nobody in: %s', (title) => {
    expect(of(title).maker).toBeUndefined()
  })

  it('and nobody beside a supplier in a column of its own', () => {
    expect(of('Beratung SAP, Netcetera AG', { supplier: 'Capgemini Deutschland GmbH' }).maker?.id).toBe('capgemini')
  })
})
