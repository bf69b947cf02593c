import { describe, expect, it } from 'vitest'
import { ITEM_FACTS, usualScopeIn } from '../src/evaluate/facts.ts'
import { compile } from '../src/evaluate/prove.ts'
import type { FactValue } from '../src/evaluate/operators.ts'
import { tryExamples } from '../src/examples.ts'
import type { Source } from '../src/model/item.ts'
import { isDirectAward, procedureOf, statedReason } from '../src/model/procedure.ts'
import type { Policy } from '../src/model/policy.ts'
import { auditOf, bom } from './support/gated.ts'
import { component, line } from './support/scored.ts'

describe('the kind of procedure, from words and codes', () => {
  it.each([
    ['Offenes Verfahren', 'open'],
    ['Öffentliche Ausschreibung', 'open'],
    ['open', 'open'],
    ['Nichtoffenes Verfahren', 'restricted'],
    ['Nicht offenes Verfahren', 'restricted'],
    ['Beschränkte Ausschreibung ohne Teilnahmewettbewerb', 'restricted'],
    ['Beschränkte Ausschreibung mit Teilnahmewettbewerb', 'restricted'],
    ['selective: Restricted procedure', 'restricted'],
    ['Verhandlungsverfahren mit Teilnahmewettbewerb', 'negotiated-with-call'],
    ['Verhandlungsvergabe mit TW', 'negotiated-with-call'],
    ['neg-w-call', 'negotiated-with-call'],
    ['Wettbewerblicher Dialog', 'dialogue'],
    ['Innovationspartnerschaft', 'innovation'],
    ['Verhandlungsverfahren ohne Teilnahmewettbewerb', 'negotiated-without-call'],
    ['Verhandlungsvergabe', 'negotiated-without-call'],
    ['Freihändige Vergabe', 'negotiated-without-call'],
    ['neg-wo-call', 'negotiated-without-call'],
    ['OPE', 'open'],
    ['RES', 'restricted'],
    ['COD', 'dialogue'],
    ['AWP', 'negotiated-without-call'],
    ['limited', 'negotiated-without-call'],
    ['limited: Direktauftrag', 'direct'],
    ['Direktvergabe', 'direct'],
    ['Direktauftrag gem. § 14 UVgO', 'direct'],
    ['direct', 'direct'],
    ['Abruf aus Rahmenvertrag', 'call-off'],
    ['sonstiges', undefined],
    ['oth-single', undefined],
    ['', undefined],
  ])('%s: %s', (said, kind) => expect(procedureOf(said)).toBe(kind))
})

describe('a direct award', () => {
  it.each([
    [{ procedure: 'Direktvergabe' }, true],
    [{ procedure: 'Offenes Verfahren', bids: 1 }, false],
    [{ procedure: 'neg-wo-call', bids: 1 }, true],
    [{ procedure: 'neg-wo-call', bids: 3 }, false],
    [{ procedure: 'neg-wo-call', awardReason: 'Ausschließlichkeitsrechte' }, true],
    [{ procedure: 'neg-wo-call', awardReason: '-' }, undefined],
    [{ procedure: 'neg-wo-call' }, undefined],
    [{ procedure: 'Abruf aus Rahmenvertrag', bids: 1 }, undefined],
    [{ awardReason: 'technische Gründe' }, true],
    [{ awardReason: 'keine' }, undefined],
    [{ bids: 1 }, undefined],
    [{}, undefined],
  ])('%j: %s', (said, expected) => expect(isDirectAward(said)).toBe(expected))

  it('"awarded directly or one bid" is three-valued', () => {
    const { truth } = compile({ any: [{ fact: 'direct-award', operator: 'is', value: true }, { fact: 'bids', operator: 'is', value: 1 }] }, '2026-01-01') // prettier-ignore
    const of = (said: object) => {
      const item = line(1, { said })
      return truth({ value: (fact) => ITEM_FACTS[fact as 'bids']!(item, { asOf: '2026-11-23', openSourceDeliverable: false, lockIn: () => false }), evidence: () => [] }) // prettier-ignore
    }
    expect([of({ procedure: 'Direktvergabe' }), of({ bids: 1 }), of({ procedure: 'open', bids: 3 }), of({ bids: 3 }), of({})]).toEqual(['yes', 'yes', 'no', 'unknown', 'unknown']) // prettier-ignore
  })

  it('a dash is no reason', () => {
    expect(['-', '–', 'keine', 'Keiner', 'entfällt', 'n/a', 'none.'].map(statedReason)).toEqual(Array(7).fill(undefined))
    expect(statedReason('keine Alternative am Markt')).toBe('keine Alternative am Markt')
  })
})

describe('the scope of a component', () => {
  const scopes = (text: string) => {
    const audit = auditOf({ inputs: { 'bom.json': text } })
    const usualScope = usualScopeIn(audit.sources as readonly Source[])
    return audit.items
      .filter(({ relation }) => relation !== 'root')
      .map((item) => ITEM_FACTS.scope!(item, { asOf: '2026-11-23', openSourceDeliverable: false, lockIn: () => false, usualScope }))
  }
  it('is what the SBOM says; CycloneDX takes required for granted, other formats nothing', () => {
    const text = JSON.parse(bom({ name: 'a' }, { name: 'b' }, { name: 'c' })) as { components: { scope?: string }[] }
    text.components[1]!.scope = 'optional'
    text.components[2]!.scope = 'required'
    expect(scopes(JSON.stringify(text))).toEqual(['required', 'optional', 'required'])
    const context = { asOf: '2026-11-23', openSourceDeliverable: false, lockIn: () => false }
    expect([component(), line(1)].map((item) => ITEM_FACTS.scope!(item, context))).toEqual([undefined, null])
  })

  it('of two statements about one component the one that needs it more holds', () => {
    const text = JSON.parse(bom({ name: 'a' })) as { components: { scope?: string }[] }
    text.components.push({ ...text.components[0], ...{ 'bom-ref': 'b' }, scope: 'optional' })
    expect(scopes(JSON.stringify(text))).toEqual(['required'])
    text.components[0]!.scope = 'excluded'
    expect(scopes(JSON.stringify(text))).toEqual(['optional'])
  })
})

describe('known', () => {
  const of = (value: boolean, actual: FactValue) =>
    compile({ fact: 'bids', operator: 'known', value }, '2026-01-01').truth({ value: () => actual, evidence: () => [] })
  it.each([
    [3, 'yes', 'no'],
    [undefined, 'no', 'yes'],
    [null, 'no', 'no'],
    ['x', 'yes', 'no'],
    [{ low: 0.4, high: 0.4 }, 'yes', 'no'],
    [{ low: 0.3, high: 0.4 }, 'no', 'yes'],
    [['a'], 'yes', 'no'],
  ] as const)('%j', (actual, known, unknown) => expect([of(true, actual as FactValue), of(false, actual as FactValue)]).toEqual([known, unknown]))
}) // prettier-ignore

it('an example says that a fact does not apply', () => {
  const policy = { id: 'p', when: { not: { fact: 'bids', operator: 'is', value: 1 } }, examples: [{ says: 'a', facts: { bids: 'does-not-apply' }, expect: 'yes' }, { says: 'b', facts: {}, expect: 'unknown' }] } // prettier-ignore
  expect(tryExamples(policy as unknown as Policy).map(({ actual }) => actual)).toEqual(['yes', 'unknown'])
})
