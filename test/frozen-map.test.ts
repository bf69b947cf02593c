import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeze, FrozenMap, type ReadPart } from '../src/model/frozen.ts'

const partsOf =
  (bytes: Uint8Array): ReadPart =>
  (from, length) =>
    bytes.subarray(from, from + length)
const frozen = <T>(map: ReadonlyMap<string, T>) => new FrozenMap<T>(partsOf(freeze(map)))
const maps = fc
  .array(fc.tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.jsonValue()), { maxLength: 60 })
  .map((entries) => new Map(entries.map(([key, value]) => [key, JSON.parse(JSON.stringify(value)) as unknown])))

describe('a frozen map', () => {
  it('answers as the map it was made of, in the same order', () => {
    fc.assert(
      fc.property(maps, fc.string({ unit: 'binary' }), (map, other) => {
        const thawed = frozen(map)
        expect([...thawed]).toEqual([...map])
        expect(thawed.size).toBe(map.size)
        for (const key of [...map.keys(), other]) {
          expect(thawed.has(key)).toBe(map.has(key))
          expect(thawed.get(key)).toEqual(map.get(key))
        }
      }),
    )
  })

  it('reads of its bytes what is asked for, wherever they lie in memory', () => {
    const long = 'x'.repeat(5000)
    const bytes = freeze(new Map([['a', long], ...Array.from({ length: 1000 }, (_, i) => [`key ${i}`, long] as const)])) // prettier-ignore
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    let read = 0
    const parts = partsOf(shifted.subarray(3))
    const map = new FrozenMap<string>((from, length) => ((read += length), parts(from, length)))
    expect(read).toBe(0)
    expect([map.get('a'), map.get('b'), map.has('a'), map.get('key 17')]).toEqual([long, undefined, true, long])
    expect(read).toBeLessThan(bytes.length / 100)
    expect(map.size).toBe(1001)
  })
})
