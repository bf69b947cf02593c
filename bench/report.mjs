// Measures the HTML report of a large SBOM: its size, and how long Chromium takes from the start of loading until it is open.
// node bench/report.mjs [--size 50000] [--runs 3] [--chromium /usr/bin/chromium]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { makeBom } from './make-bom.mjs'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '3' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
})
const TOOL = fileURLToPath(new URL('../bin/run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'eigenstand-bench-'))
const [bom, html] = [join(folder, 'bom.json'), join(folder, 'report.html')]
try {
  makeBom(bom, Number(values.size))
  const made = spawnSync(process.execPath, [TOOL, 'audit', bom, '--no-store', '--quiet', '--format', 'html', '--output', html], {
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(made.stderr)
  const browser = await chromium.launch({ executablePath: values.chromium, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  const times = []
  /** Seconds of processor time of the page's main thread: what a busy machine does not change. */
  const computed = []
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
    await session.send('Performance.enable')
    await page.goto(pathToFileURL(html).href, { timeout: 0 })
    const { metrics } = await session.send('Performance.getMetrics')
    computed.push(metrics.find(({ name }) => name === 'TaskDuration').value)
    times.push(await page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`))
    await page.close()
  }
  await browser.close()
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
  const size = (statSync(html).size / 1e6).toFixed(1)
  const open = (median(times) / 1000).toFixed(2)
  console.log(
    `${values.size} components: ${size} MB, open after ${open} s, ${median(computed).toFixed(2)} s computed (medians of ${times.length})`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
