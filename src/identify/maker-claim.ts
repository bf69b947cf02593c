import type { MakerClaim } from '../model/dossier.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Organisation } from '../model/register.ts'
import type { Verdict } from './weigh.ts'

export function makerClaim(organisation: Organisation, verdict: Verdict, publicHand: boolean, evidence: readonly Evidence[]): MakerClaim {
  const { id, name, kind } = organisation
  return {
    id,
    name,
    kind,
    publicHand: organisation.publicHand || publicHand,
    confidence: verdict.confidence,
    by: verdict.by,
    evidence,
  }
}
