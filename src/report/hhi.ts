import type { Concentration } from '../model/audit.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

type Measured = Pick<Concentration, 'hhi' | 'holders' | 'lines'>

/** The HHI; what somebody holds is never 0, however little it is. */
export function hhiText(f: Pick<Formats, 'hhi'>, { hhi, holders }: Pick<Measured, 'hhi' | 'holders'>): string {
  return hhi.high === 0 && holders.length > 0 ? '<\u00a01' : f.hhi(hhi)
}

/** As how many equally large vendors: `2,4–3,1`. Not where it says nothing: from one on upwards, or more of them than lines. */
export function equalText(f: Pick<Formats, 'equalVendors'>, { hhi, lines }: Measured): string | undefined {
  const fewest = 10_000 / hhi.high
  return fewest > Math.max(lines, 1) || (hhi.low === 0 && fewest < 1.05) ? undefined : f.equalVendors(hhi)
}

/** The same as the remark beside an HHI. */
export function likeText({ say }: Pick<Speaker, 'say'>, f: Pick<Formats, 'equalVendors'>, measured: Measured): string | undefined {
  const { hhi, holders } = measured
  if (hhi.high === 0 && holders.length === 0) return say('hhi.none')
  const n = equalText(f, measured)
  // 9,524 is the HHI of 1.05 equal ones
  if (n !== undefined) return hhi.low > 10_000 / 1.05 ? say('hhi.one') : say('hhi.like', { n })
  return hhi.high > 1 ? undefined : say('hhi.hardly')
}
