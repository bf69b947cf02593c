import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const ARGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
] // prettier-ignore

/** Without it the browser tests are skipped, and say so. */
export const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`no ${CHROMIUM}: the browser tests are skipped`)

/** What a page did while it was open. */
export interface Opened {
  readonly page: Page
  readonly url: string
  readonly requests: string[]
  readonly dialogs: string[]
  readonly errors: string[]
  close(): Promise<void>
}

export interface House {
  open(html: string, options?: BrowserContextOptions): Promise<Opened>
  close(): Promise<void>
}

/** One browser for a test file; every page is a file of its own. */
export async function house(): Promise<House> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  const folder = mkdtempSync(join(tmpdir(), 'eigenstand-page-'))
  let count = 0
  return {
    async open(html, options = {}) {
      const path = join(folder, `${count++}.html`)
      writeFileSync(path, html)
      const url = pathToFileURL(path).href
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const opened = { page, url, requests: [] as string[], dialogs: [] as string[], errors: [] as string[], close: () => context.close() }
      context.on('request', (request) => opened.requests.push(request.url()))
      page.on('dialog', (dialog) => {
        opened.dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('pageerror', (error) => opened.errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') opened.errors.push(message.text())
      })
      await page.goto(url)
      return opened
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const pageChecks = readFileSync(new URL('page-checks.js', import.meta.url), 'utf8')

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** Rules of axe-core that are violated, each with its first place. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)
}

/** What axe does not notice: see the checklist in page-checks.js. Empty if all is well. */
export async function ownViolations(page: Page): Promise<readonly string[]> {
  // the script looks again at what has been resized, or opened, before the next picture
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
  return page.evaluate<readonly string[]>(pageChecks)
}
