import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { hasChromium, house, type House } from './support/browser.ts'
import { sample } from './support/audit.ts'
import { page } from './support/page.ts'

/** The width of an A4 page between its margins, in CSS pixels. */
const PAPER = Math.floor((180 / 25.4) * 96)
const LANGUAGES = ['de', 'en'] as const

// Where one thing is wider than the paper, a browser prints the whole report smaller.
describe.skipIf(!hasChromium)('on paper', { timeout: 180_000 }, () => {
  let browser: House
  beforeAll(async () => {
    browser = await house()
  })
  afterAll(() => browser.close())

  /** Asks the page as it is laid out for printing. */
  async function onPaper<T>(audit: Audit, script: string, language: (typeof LANGUAGES)[number] = 'de'): Promise<T> {
    const opened = await browser.open(await page(audit, { language, printAppendix: true }), { viewport: { width: PAPER, height: 900 } })
    await opened.page.emulateMedia({ media: 'print' })
    const answer = await opened.page.evaluate<T>(script)
    await opened.close()
    return answer
  }

  it('nothing is wider than the page, however long the words, names and numbers are', async () => {
    const script = `(() => {
      const places = 'th, td, caption, dt, dd, p, li, h1, h2, h3, h4, figcaption, th small, td small, td a:not([href^="#F-"]), th a:not([href^="#F-"]), td code, td span'
      for (const place of document.querySelectorAll(places)) place.append('W9'.repeat(60))
      const wide = Array.from(document.querySelectorAll('th, td, caption, figure, dl, p, li, h2, h3, h4')).filter((one) => one.getBoundingClientRect().right > ${PAPER + 1}).map((one) => one.outerHTML.slice(0, 80))
      return document.documentElement.scrollWidth > ${PAPER} ? wide : []
    })()`
    expect(await onPaper<string[]>(sample, script)).toEqual([])
  })

  it('nor does a long sentence below a date take more room than it has', async () => {
    const item = sample.items.findIndex(({ term }) => term?.end !== undefined)
    const term = { end: '2026-12-31', notice: 'P3M' }
    const items = sample.items.map((one, at) => (at === item ? { ...one, term } : one))
    const script = `[document.documentElement.scrollWidth, document.getElementById('affected').textContent]`
    const [width, text] = await onPaper<[number, string]>({ ...sample, items }, script)
    expect(text).toContain('gebunden bis mindestens 31.12.2026; ob sich der Vertrag verlängert, ist nicht angegeben')
    expect(width).toBeLessThanOrEqual(PAPER)
  })

  it.each(LANGUAGES)('the words of a table and the numbers of findings stay whole: %s', async (language) => {
    const script = `(() => {
      const broken = []
      const range = document.createRange()
      for (const cell of document.querySelectorAll('th, td, .point h4')) {
        if (cell.matches('.dense tbody th')) continue // names, as others gave them
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
          for (const found of node.data.matchAll(/F-\\d+|(?<![\\p{L}\\d./:_-])\\p{L}{2,20}(?![\\p{L}\\d./:_-])|(?<![\\d./-])[\\d.,]{2,14}\\u00a0[€%]/gu)) {
            range.setStart(node, found.index)
            range.setEnd(node, found.index + found[0].length)
            const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))
            if (lines.size > 1) broken.push((cell.closest('[id]')?.id ?? '') + ': ' + found[0])
          }
      }
      return broken
    })()`
    expect(await onPaper<string[]>(sample, script, language)).toEqual([])
  })
})
