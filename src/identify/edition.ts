import type { Item } from '../model/item.ts'
import type { Product } from '../model/register.ts'

/** Words of editions that are sold; before „Subscription“ or „Support“ they are levels of care for the same program. */
const SOLD =
  /(?<![\p{L}\p{N}])(?:enterprise|ultimate|commercial|business|professional|pro)(?![\p{L}\p{N}])(?![ -](?:subs[kc]ri|support|wartung|pflege|care))|(?<![\p{L}\p{N}])platinum(?![\p{L}\p{N}])/giu

/**
 * Whether a name speaks of an edition that the product's own names do not: „Elastic Stack Enterprise“ may be under another licence
 * than the Elastic Stack. „Red Hat Enterprise Linux“ is called so itself.
 */
export function isOtherEdition({ name, said }: Item, product: Product): boolean {
  const own = [product.name, ...product.names].join(' ').toLowerCase()
  return [name, said.product ?? ''].some((text) => (text.match(SOLD) ?? []).some((word) => !own.includes(word.toLowerCase())))
}
