import type { Dossier } from '../model/dossier.ts'
import type { Organisation, Product } from '../model/register.ts'
import type { LayerClaim } from './layer.ts'
import type { Verdict } from './weigh.ts'

/** What an item comes to, without its licence and before it is written down. */
export interface Conclusion {
  readonly selfMade: boolean
  readonly made: Verdict | undefined
  readonly organisation: Organisation | undefined
  readonly product: Product | undefined
  readonly layer: LayerClaim | undefined
  readonly reseller: Dossier['reseller']
  readonly binding: Dossier['binding']
  readonly critical: boolean
  /** What of this the project file says. */
  readonly projectFile: Dossier['projectFile']
}
