import { describe, expect, it } from 'vitest'
import { parseProject } from '../src/knowledge/project.ts'
import type { Problem } from '../src/model/problem.ts'

/** What is wrong with a project file, in English, with line and column. */
function said(text: string): string {
  try {
    parseProject(text, 'eigenstand.yaml')
    return 'fine'
  } catch (error) {
    const problem = error as Problem
    return `${problem.id} ${problem.place.line}:${problem.place.column} ${problem.says('en')}`
  }
}

describe('a factor of the VAT that would divide every amount', () => {
  it.each([
    ['19', 'did you mean 1.19?'],
    ['7', 'did you mean 1.07?'],
    ['119', '1 to 2'],
    ['0.19', 'did you mean 1.19?'],
    ['.inf', 'number expected, .inf or .nan found'],
    ['2.1', 'is 2.1'],
    ['100', 'is 100'],
  ])('%s is refused', (factor, expected) => {
    const found = said(`vat: { factor: ${factor}, date: "2026-01-01" }\n`)
    expect(found).toMatch(/^E2103 1:16 /)
    expect(found).toContain(expected)
    expect(found.includes('did you mean')).toBe(expected.startsWith('did you mean'))
  })

  it.each(['1', '1.07', '1.19', '1.27', '2'])('%s holds', (factor) => {
    expect(said(`vat: { factor: ${factor}, date: "2026-01-01" }\n`)).toBe('fine')
  })
})

it('a rate is told as greater than nothing, not as at least', () => {
  expect(said('rates: [{ currency: USD, eur: 0, date: "2026-01-01" }]\n')).toContain('rates 1, eur: greater than 0')
})

describe('a star', () => {
  it.each([
    ['critical: ["expr*s"]', '1:12', '* stands only at the end'],
    ['selfMade: [a, "*x*"]', '1:15', '* stands only at the end'],
    ['makers: { "Landes*": dataport }', '1:11', 'the whole name is meant'],
  ])('%s is refused where it means nothing', (text, at, expected) => {
    expect(said(`${text}\n`)).toMatch(new RegExp(`^E2103 ${at} `))
    expect(said(`${text}\n`)).toContain(expected)
  })

  it('at the end stands for any rest', () => {
    expect(said('critical: ["pkg:npm/*", "*"]\nselfMade: ["pkg:maven/de.muster-land/*"]\n')).toBe('fine')
  })
})

it.each(['', '# nothing yet\n', '---\n'])('%j says nothing, and may', (text) => {
  expect(said(text)).toBe('fine')
})
