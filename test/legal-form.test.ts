import { describe, expect, it } from 'vitest'
import { mayBeNamesake } from '../src/identify/names/legal-form.ts'
import { shipped } from './support/vendors.ts'

const namesake = (party: string, id: string) => mayBeNamesake(party, shipped.organisations.get(id)!)

describe('a common word with a legal form', () => {
  it('of another country may be anybody', () => {
    expect(namesake('Valve s.r.o.', 'valve')).toBe(true)
    expect(namesake('Box GmbH & Co. KG', 'box')).toBe(true)
    expect(namesake('Zoom Sp. z o.o.', 'zoom')).toBe(true)
  })

  it('of its own country, or without a form, is the organisation', () => {
    expect(namesake('Box, Inc.', 'box')).toBe(false)
    expect(namesake('Box', 'box')).toBe(false)
    expect(namesake('Zoom Video Communications GmbH', 'zoom')).toBe(false)
  })
})
