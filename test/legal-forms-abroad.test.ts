import { describe, expect, it } from 'vitest'
import { bareName } from '../src/identify/names/comparable.ts'
import { NameIndex, nameMap } from '../src/identify/names/name-index.ts'
import type { Organisation } from '../src/model/register.ts'

describe('a name without its legal form', () => {
  it.each([
    ['Intaris sp. z o.o.', 'intaris'],
    ['INTARIS SP. Z O. O.', 'intaris'],
    ['Intaris Sp. z o.o. Sp. k.', 'intaris'],
    ['Intaris spółka z ograniczoną odpowiedzialnością spółka komandytowa', 'intaris'],
    ['Asseco Poland Spółka Akcyjna', 'asseco poland'],
    ['akciová společnost ICZ', 'icz'],
    ['GORDIC spol. s r.o.', 'gordic'],
    ['Infodom d. o. o.', 'infodom'],
    ['Телеком Србија а.д.', 'телеком србија'],
    ['COSMOTE Κινητές Τηλεπικοινωνίες Α.Ε.', 'cosmote κινητές τηλεπικοινωνίες'],
    ['Uni Systems A.E.', 'uni systems'],
    ['Uni Systems Μονοπρόσωπη Α.Ε.', 'uni systems'],
    ['Сиела Норма ЕАД', 'сиела норма'],
    ['Maggioli S.p.A. con socio unico', 'maggioli'],
    ['Dedagroup S.r.l. Unipersonale', 'dedagroup'],
    ['Acme Sociedad Limitada Unipersonal', 'acme'],
    ['Aktsiaselts Datel', 'datel'],
    ['Magyar Telekom Nyilvánosan Működő Részvénytársaság', 'magyar telekom'],
    // letters that are the name
    ['SAS Institute Inc.', 'sas institute'],
    ['J. P. Morgan', 'j p morgan'],
    ['Zoo Berlin', 'zoo berlin'],
  ])('%s', (name, bare) => expect(bareName(name)).toBe(bare))
})

describe('a party', () => {
  const named = (id: string, ...names: readonly string[]) => ({ id, names, notNames: [] }) as unknown as Organisation
  const index = new NameIndex(
    nameMap([
      named('espublico', 'esPublico Servicios para la Administración'),
      named('telia', 'Telia', 'Telia Eesti'),
      named('sas-institute', 'SAS Institute'),
      named('wuerth', 'Würth'),
      named('paul-wurth', 'Paul Wurth'),
      named('marke', 'Märke'),
    ]),
  )
  it.each([
    ['ESPUBLICO SERVICIOS PARA LA ADMINISTRACION SA', 'espublico'],
    ['AS Telia Eesti', 'telia'],
    ['UAB „Telia Lietuva“', 'telia'],
    ['Telia AD Skopje', 'telia'],
    ['Telia a.d. Banja Luka', 'telia'],
    ['Telia EAD', 'telia'],
    ['Telia Czech Republic a.s.', 'telia'],
    ['Telia Albania sh.a.', 'telia'],
    ['Entra AD', undefined],
    ['SAS Institute', 'sas-institute'],
    ['Paul Wurth S.A.', 'paul-wurth'],
    ['Wuerth', 'wuerth'],
    // an umlaut is more than a mark
    ['Wurth', undefined],
    ['Marke', undefined],
    ['AS Roma', undefined],
  ])('%s', (party, id) => expect(index.find(party)?.id).toBe(id))
})
