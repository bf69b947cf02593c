import { expect, test } from 'vitest'
import { Ownerships } from '../src/identify/control.ts'
import { holds } from '../src/identify/names/namespaces.ts'
import type { Organisation, Ownership } from '../src/model/register.ts'
import { vendorHistory } from '../src/vendor-history.ts'
import { vendorHistoryText } from '../src/cli/vendor-history.ts'
import { AS_OF, shipped } from './support/vendors.ts'

const held = [...shipped.organisations.values()].filter(({ owners }) => owners.some(({ control }) => control === 'joint'))
/** Every day on which something begins. */
const days = ({ owners }: Organisation) => [AS_OF, ...owners.flatMap(({ from }) => (from === undefined ? [] : [from]))]
const onDay = ({ owners }: Organisation, day: string): readonly Ownership[] => owners.filter((owner) => holds(owner, day))

test('who holds together is named together, and beside nobody who controls alone', () => {
  expect(held.length).toBeGreaterThan(15)
  const faults = held.flatMap((organisation) =>
    days(organisation).flatMap((day) => {
      const now = onDay(organisation, day)
      const joint = now.filter(({ control }) => control === 'joint')
      return joint.length === 0 || (joint.length > 1 && joint.length === now.length) ? [] : [`${organisation.id} ${day}`]
    }),
  )
  expect(faults).toEqual([])
})

test('who is held by several stands on top itself', () => {
  const ownerships = new Ownerships(shipped.organisations, AS_OF)
  const joint = held.filter((organisation) => onDay(organisation, AS_OF).some(({ control }) => control === 'joint'))
  expect(joint.filter(({ id }) => ownerships.top(id).id !== id).map(({ id }) => id)).toEqual([])
  expect(ownerships.controller('zendesk')).toMatchObject({ id: 'zendesk', country: 'US' })
  expect(new Ownerships(shipped.organisations, '2018-06').top('perforce').id).toBe('clearlake')
})

test('a takeover by two is nowhere told as one owner’s alone', () => {
  const byTwo = /(?:Übernahme|Erwerb) (?:von \S+ )?durch [^;,(]+ und (?!Verb|heute|verb)[A-Z]/
  const alone = [...shipped.organisations.values()].flatMap(({ id, owners }) =>
    owners.filter(({ control, until, source }) => control === undefined && until === undefined && byTwo.test(source.what)).map(() => id),
  )
  expect(alone).toEqual([])
})

test('`vendors explain` says that several hold it', () => {
  const history = vendorHistory('Zendesk', shipped, AS_OF)!
  expect(history.owners.map(({ owner, control }) => [owner, control])).toEqual([
    ['hellman-friedman', 'joint'],
    ['permira', 'joint'],
  ])
  expect(vendorHistoryText(history, 'de')).toContain('gehört gemeinsam mit anderen zu Hellman & Friedman')
  expect(vendorHistoryText(history, 'en')).toContain('belongs, jointly with others, to Permira')
})
