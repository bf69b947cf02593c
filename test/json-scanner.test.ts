import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemory } from '../src/read/json/window.ts'
import { JsonScanner } from '../src/read/json/scanner.ts'
import { END, OTHER } from '../src/read/json/scanner.ts'
import { Keys } from '../src/read/json/keys.ts'
import { JsonWalk } from '../src/read/json/walk.ts'
import { Problem } from '../src/model/problem.ts'
import type { Bytes, Limits } from '../src/model/ports.ts'
import { TOKENIZER_FILE, tokenizerModule } from '../tools/tokenizer-wasm.mjs'
import { CORPUS } from './support/corpus.ts'

const LIMITS: Limits = { fileBytes: 1 << 30, depth: 20_000, components: 1e6, stringBytes: 1 << 26, recordBytes: 1 << 20, columns: 1000 }

/** Bytes that come in small pieces, so that every token crosses a window's edge somewhere. */
function dribble(content: Uint8Array, step: number): Bytes {
  return {
    ...inMemory('test.json', content),
    read: (into, at) => {
      const part = content.subarray(at, at + Math.min(step, into.length))
      into.set(part)
      return part.length
    },
  }
}

/** Builds the value the scanner sees, by its public calls alone. */
function build(scanner: JsonScanner): unknown {
  switch (scanner.type()) {
    case 'object': {
      const entries: [string, unknown][] = []
      scanner.beginObject()
      for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) entries.push([key, build(scanner)])
      return Object.fromEntries(entries)
    }
    case 'array': {
      const list: unknown[] = []
      scanner.beginArray()
      while (scanner.element()) list.push(build(scanner))
      return list
    }
    case 'string':
      return scanner.text()
    case 'number':
      return Number(scanner.scalar())
    case 'null':
      scanner.skip()
      return null
    default:
      return scanner.scalar() === 'true'
  }
}

function scan(content: Uint8Array, step: number, how: 'build' | 'skip'): unknown {
  const scanner = new JsonScanner(dribble(content, step), LIMITS)
  const value = how === 'build' ? build(scanner) : scanner.skip()
  scanner.finish()
  return value
}

function accepts(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch (error) {
    // anything but a located problem is a defect
    if (!(error instanceof Problem) && !(error instanceof SyntaxError)) throw error
    return false
  }
}

describe('the tokenizer', () => {
  it('is kept as its source says', async () => {
    expect(readFileSync(TOKENIZER_FILE, 'utf8')).toBe(await tokenizerModule())
  })
})

describe('the JSON scanner agrees with JSON.parse', () => {
  it('on every value, in windows of any size', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 1, max: 40 }), (text, step) => {
        const bytes = Buffer.from(text)
        expect(scan(bytes, step, 'build')).toEqual(JSON.parse(bytes.toString()))
        scan(bytes, step, 'skip')
      }),
      { numRuns: 400 },
    )
  })

  it('on what it refuses: mutated documents', () => {
    const sample = '{"a":[1,-2.5e+3,"x\\u00e9\\n",true,null],"b":{"c":{}},"ü":"€𝄞"}'
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '0', '-', 'e', '.', ' ', '\t', '\u0001', 'é'),
        fc.integer({ min: 1, max: 9 }),
        (at, cut, put, step) => {
          const text = sample.slice(0, at) + put + sample.slice(at + cut)
          const expected = accepts(() => JSON.parse(text))
          expect(accepts(() => scan(Buffer.from(text), step, 'build'))).toBe(expected)
          expect(accepts(() => scan(Buffer.from(text), step, 'skip'))).toBe(expected)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.skipIf(CORPUS === undefined)('on every JSON file of the corpus', () => {
    const files = readdirSync(CORPUS!, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) {
      const bytes = readFileSync(join(CORPUS!, file))
      let text: string
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        continue
      }
      const expected = accepts(() => JSON.parse(text))
      expect([file, accepts(() => scan(bytes, 1 << 16, 'skip'))]).toEqual([file, expected])
      // the comparison itself recurses; the deepest file is only scanned
      if (expected && !file.includes('deep-nesting')) expect(scan(bytes, 997, 'build')).toEqual(JSON.parse(text))
    }
  })
})

describe('the JSON scanner', () => {
  it('knows line and column in UTF-16 units', () => {
    const scanner = new JsonScanner(dribble(Buffer.from('{\n "ü": "€𝄞", "b": 7\n}'), 3), LIMITS)
    scanner.beginObject()
    scanner.anyKey()
    expect(scanner.place()).toEqual({ line: 2, column: 7 })
    scanner.text()
    scanner.anyKey()
    expect(scanner.place()).toEqual({ line: 2, column: 19 })
  })

  it('knows the place of every value, as counted on the text', () => {
    const visit = (scanner: JsonScanner, seen: (offset: number, place: { line: number; column: number }) => void): void => {
      seen(scanner.offset(), scanner.place())
      const type = scanner.type()
      if (type === 'array') {
        scanner.beginArray()
        while (scanner.element()) visit(scanner, seen)
      } else if (type === 'object') {
        scanner.beginObject()
        while (scanner.anyKey() !== undefined) visit(scanner, seen)
      } else scanner.skip()
    }
    const value = fc.json({ maxDepth: 4, stringUnit: 'grapheme' })
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 1, 3), (json, step, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent)
        const bytes = Buffer.from(text)
        visit(new JsonScanner(dribble(bytes, step), LIMITS), (offset, place) => {
          const lines = bytes.subarray(0, offset).toString().split('\n')
          expect(place).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 })
        })
      }),
      { numRuns: 300 },
    )
  })

  it('reads strings, words and numbers that end where its window does', () => {
    for (const value of ['"x"', '"wxyz"', 'true', 'false', '-12.5e3', '{"a":[]}'])
      for (let before = 0; before < 24; before++) {
        const text = `[${' '.repeat((1 << 18) - 24 - value.length)}${' '.repeat(before)}${value},${value}${' '.repeat(1 << 18)},${value}]`
        expect(scan(Buffer.from(text), 1 << 30, 'build')).toEqual(JSON.parse(text))
      }
  })

  it('passes over a string longer than any that may be read, and refuses to read it', () => {
    const limits = { ...LIMITS, stringBytes: 1 << 10 }
    const text = JSON.stringify({ long: 'xy\\"€'.repeat(1 << 16), ['k'.repeat(1 << 19)]: 1, name: 'n' })
    const keys = new Keys(['name'])
    const scanner = new JsonScanner(inMemory('t', Buffer.from(text)), limits)
    scanner.beginObject()
    expect(scanner.key(keys)).toBe(OTHER)
    scanner.skip()
    expect(scanner.after()).toBe(Buffer.from(text).indexOf(',"kkk'))
    expect(() => scanner.key(keys)).toThrowError(expect.objectContaining({ id: 'E3103' }))
    const whole = new JsonScanner(inMemory('t', Buffer.from(text)), limits)
    whole.skip()
    whole.finish()
  })

  it('finds wanted names, also escaped ones, and passes over the others', () => {
    const keys = new Keys(['name', 'purl'])
    const scanner = new JsonScanner(inMemory('t', Buffer.from('{"x":[{}],"n\\u0061me":"n","purl":"p"}')), LIMITS)
    const found: (number | string | undefined)[] = []
    scanner.beginObject()
    for (let key = scanner.key(keys); key !== END; key = scanner.key(keys)) {
      found.push(key)
      if (key === OTHER) scanner.skip()
      else found.push(scanner.text())
    }
    expect(found).toEqual([OTHER, 0, 'n', 1, 'p'])
  })

  it('says where a file breaks off', () => {
    expect(() => scan(Buffer.from('{"a":\n  [1, 2'), 4, 'skip')).toThrowError(
      expect.objectContaining({ id: 'E3101', place: { file: 'test.json', line: 2, column: 8 } }),
    )
  })

  it.each([
    ['below', 3, true],
    ['at', 4, true],
    ['above', 5, false],
  ])('holds the depth limit: %s', (_, depth, fits) => {
    const text = '['.repeat(depth) + ']'.repeat(depth)
    const run = () => new JsonScanner(inMemory('t', Buffer.from(text)), { ...LIMITS, depth: 4 }).skip()
    if (fits) expect(run).not.toThrow()
    else expect(run).toThrowError(expect.objectContaining({ id: 'E3102' }))
  })
})

describe('a walk', () => {
  it.each([1, 3, 1 << 20])('passes over what nobody reads, in pieces of %d bytes', (step) => {
    const scanner = new JsonScanner(dribble(Buffer.from('{"a":[1,{"b":2},[3]],"c":{"d":[]},"a2":"x"}'), step), LIMITS)
    const walk = new JsonWalk(scanner, [])
    const met: (string | number)[] = []
    walk.members(new Keys(['a', 'c', 'a2']), '', (name) => {
      met.push(name)
      if (name === 'a') walk.list('/a', (_, index) => void met.push(index))
    })
    scanner.finish()
    expect(met).toEqual(['a', 0, 1, 2, 'c', 'a2'])
  })
})
