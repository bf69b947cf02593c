import { writeStderr } from '../output-file.ts'

const STEP_MS = 120

/** One line on the terminal that rewrites itself; nothing at all where stderr is no terminal. */
export function progressLine(quiet: boolean | undefined): ((path: string, share: number) => void) | undefined {
  if (quiet || !process.stderr.isTTY || process.env['CI'] !== undefined) return undefined
  let last = 0
  let shown = false
  process.on('exit', () => shown && writeStderr('\r\u001b[K'))
  return (path, share) => {
    const now = performance.now()
    if (now - last < STEP_MS) return
    last = now
    shown = true
    writeStderr(`\r\u001b[K${path.replace(/[^\p{L}\p{N}\p{P} ]/gu, '?').slice(-40)} ${Math.round(share * 100)} %`)
  }
}
