import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeze, FrozenMap } from '../src/model/frozen.ts'

const frozen = <T>(map: ReadonlyMap<string, T>) => new FrozenMap<T>(() => freeze(map))
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

  it('reads its bytes when something is first asked for, wherever they lie in memory', () => {
    const bytes = freeze(new Map([['a', 1]]))
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    let reads = 0
    const map = new FrozenMap<number>(() => (reads++, shifted.subarray(3)))
    expect(reads).toBe(0)
    expect([map.get('a'), map.get('b'), map.has('a')]).toEqual([1, undefined, true])
    expect(reads).toBe(1)
  })
})
