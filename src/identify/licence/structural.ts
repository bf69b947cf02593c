import { inEea } from '../../model/eea.ts'
import type { LicenceClaim, StructuralClass } from '../../model/dossier.ts'

/**
 * Class on Buytaert's Software Sovereignty Scale. A and B differ in the spread of copyright, which only a curated entry knows;
 * D and E in the seat of the maker.
 */
export function structuralClass(licence: Pick<LicenceClaim, 'family'>, country: string | undefined, curated?: 'A' | 'B'): StructuralClass {
  switch (licence.family) {
    case 'weak-copyleft':
    case 'strong-copyleft':
    case 'network-copyleft':
      return curated ?? 'A/B'
    case 'permissive':
    case 'public-domain':
      return 'C'
    case 'restricted':
    case 'proprietary':
    case 'none': {
      const inside = inEea(country)
      return inside === undefined ? '?' : inside ? 'D' : 'E'
    }
    default:
      return '?'
  }
}
