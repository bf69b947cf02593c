import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { visible } from '../src/report/html/safe.ts'
import { hasChromium, house, type House } from './support/browser.ts'
import { sample } from './support/audit.ts'
import { hostile, huge } from './support/audit-variants.ts'
import { page } from './support/page.ts'

const OPEN_ALL = `document.querySelectorAll('details').forEach((details) => { details.open = true })`
const COUNTS = `['img', 'svg', 'iframe', 'script', 'style', 'input', 'title'].map((name) => document.querySelectorAll(name).length)`

const FOCUSED = `((one) => ({ name: one.getAttribute('aria-labelledby') ?? one.textContent, outline: parseFloat(getComputedStyle(one).outlineWidth) }))(document.activeElement)`

const PAYLOADS = [
  '"><img src=x onerror="globalThis.pwned=1">',
  "'><svg onload=globalThis.pwned=1>",
  '</title></style></script><script>globalThis.pwned=1;alert(1)</script>',
  '{{constructor.constructor "globalThis.pwned=1"}}',
  '</textarea></template>--><iframe srcdoc="<script>parent.pwned=1</script>">',
  '\u202egnp.exe\u0000\u2028\ud800',
  'x" style="position:fixed" onmouseover="globalThis.pwned=1',
]

describe.skipIf(!hasChromium)('the page in a browser', () => {
  let browser: House
  beforeAll(async () => {
    browser = await house()
  })
  afterAll(() => browser.close())

  it.each(PAYLOADS)('shows hostile text and does nothing: %j', async (payload) => {
    const harmless = await browser.open(await page(hostile('harmlos ')))
    const expected = await harmless.page.evaluate(COUNTS)
    await harmless.close()

    // with the content security policy off, so that the escaping alone must hold
    const opened = await browser.open(await page(hostile(payload)), { bypassCSP: true })
    await opened.page.evaluate(OPEN_ALL)
    await opened.page.mouse.move(300, 300)
    expect(await opened.page.evaluate('globalThis.pwned')).toBeUndefined()
    expect(opened.dialogs).toEqual([])
    expect(opened.requests).toEqual([opened.url])
    expect(await opened.page.evaluate(COUNTS)).toEqual(expected)
    expect(await opened.page.evaluate(`document.querySelector('#i19 th').firstChild.textContent`)).toBe(
      visible(`${payload}Microsoft 365 E3`),
    )
    expect(await opened.page.locator('h1').textContent()).toBe(visible(`${payload}Fachverfahren Wohnraumförderung`))
    await opened.close()
  })

  it('makes links of web addresses only', async () => {
    const urls = [
      'javascript:globalThis.pwned=1',
      'java\tscript:alert(1)',
      '//evil.example',
      'data:text/html,x',
      'https://ok.example/?a="b"',
    ]
    const organisations = sample.organisations.map((one, index) => ({
      ...one,
      sources: [{ what: `Quelle ${index}`, url: urls[index % urls.length] ?? '', date: '2026-11-23', seen: 'primary' as const }],
    }))
    const opened = await browser.open(await page({ ...sample, organisations, policies: [] }), { bypassCSP: true })
    const links = await opened.page.evaluate<string[]>(
      `Array.from(document.querySelectorAll('#organisations a:not([href^="#"])'), ({ protocol, rel, host }) => [protocol, rel, host].join(' '))`,
    )
    expect(new Set(links)).toEqual(
      new Set(['https: noreferrer noopener ok.example', 'https: noreferrer noopener digital-markets-act.ec.europa.eu']),
    )
    expect(await opened.page.locator('#organisations').textContent()).toContain('javascript:globalThis.pwned=1')
    await opened.close()
  })

  it('makes no request and breaks none of its own rules', async () => {
    const opened = await browser.open(await page(sample))
    expect(opened.requests).toEqual([opened.url])
    expect(opened.errors).toEqual([])
    expect(await opened.page.evaluate(`getComputedStyle(document.querySelector('.verdict')).fontWeight`)).toBe('600')
    await opened.close()
  })

  it('sorts by keyboard and says so', async () => {
    const opened = await browser.open(await page(sample))
    const { page: tab } = opened
    const button = tab.locator('#items-t th button', { hasText: 'Betrag' })
    const amounts = () =>
      tab.evaluate<number[]>(
        `Array.from(document.querySelectorAll('#items-t tbody td:nth-child(6)')).flatMap(({ dataset }) => dataset.v ?? []).map(Number)`,
      )
    await button.focus()
    await tab.keyboard.press('Enter')
    expect(await tab.locator('#items-t th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    const up = await amounts()
    expect(up).toEqual(up.toSorted((a, b) => a - b))
    expect(up.length).toBe(15)
    await tab.keyboard.press('Space')
    expect(await tab.locator('#items-t th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    expect((await amounts())[0]).toBe(250_000)
    expect(await tab.locator('#live').textContent()).toBe('Absteigend sortiert nach Betrag')
    await tab.locator('#items-t th button', { hasText: 'Name' }).press('Enter')
    expect(await tab.locator('#items-t th[aria-sort]').count()).toBe(1)
    await opened.close()
  })

  it('filters rows and counts them', async () => {
    const opened = await browser.open(await page(sample, { language: 'en' }))
    const { page: tab } = opened
    const filter = tab.locator('.filter', { has: tab.locator('input[aria-controls="items-t"]') })
    await filter.locator('input').fill('microsoft')
    expect(await tab.locator('#items-t tbody tr:visible').count()).toBe(5)
    expect(await filter.locator('output').textContent()).toBe('5 of 35 rows')
    await filter.locator('input').fill('')
    expect(await tab.locator('#items-t tbody tr:visible').count()).toBe(35)
    await opened.close()
  })

  // a table is a stop only where it scrolls
  it.each([
    [1280, false],
    [400, true],
  ])('can be walked by keyboard: skip link first, nothing unreachable, focus always visible: %i px', async (width, scrolls) => {
    const opened = await browser.open(await page(sample), { viewport: { width, height: 800 } })
    const { page: tab } = opened
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate('document.activeElement.textContent')).toBe('Direkt zum Ergebnis')
    const seen = new Set<string>()
    for (let step = 0; step < 60; step++) {
      await tab.keyboard.press('Tab')
      const focused = await tab.evaluate<{ name: string; outline: number }>(FOCUSED)
      expect(focused.outline).toBeGreaterThanOrEqual(3)
      seen.add(focused.name)
    }
    expect(seen.has('figures-c')).toBe(scrolls)
    expect(seen).toContain('3 Feststellungen (6)')
    await opened.close()
  })

  it('opens its evidence before printing and closes it after', async () => {
    const opened = await browser.open(await page(sample))
    const open = () => opened.page.locator('details[open]').count()
    await opened.page.locator('summary').first().click()
    await opened.page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    expect(await open()).toBe(6)
    await opened.page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await open()).toBe(1)
    await opened.close()
  })

  it('opens 50,000 components', { timeout: 240_000 }, async () => {
    const audit: Audit = huge(50_000)
    const html = await page(audit)
    const start = performance.now()
    const opened = await browser.open(html)
    expect(await opened.page.locator('#items-t tbody tr').count()).toBe(4500)
    console.log(`50,000 components: ${Math.round(html.length / 1000)} kB, open after ${Math.round(performance.now() - start)} ms`)
    await opened.close()
  })
})
