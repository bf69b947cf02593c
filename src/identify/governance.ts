import type { LicenceClaim } from '../model/dossier.ts'
import type { Governance, Organisation, Product } from '../model/register.ts'

/** Who steers what is open: what the register says of the product, else of its maker. */
export function governanceOf(licence: LicenceClaim, organisation: Organisation | undefined, product: Product | undefined): Governance {
  if (licence.openness !== 'open' || organisation === undefined) return 'unknown'
  const stated = product?.governance ?? organisation.governance
  if (stated !== undefined) return stated
  if (organisation.publicHand) return 'public-body'
  return organisation.kind === 'company' ? 'single-company' : organisation.kind === 'individual' ? 'community' : organisation.kind
}
