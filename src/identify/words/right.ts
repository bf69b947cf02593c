// Words by which a right to use a product, or the care of it, is bought: the product itself.
import { wordList } from './word-list.ts'

/** Wherever it stands: „Migration nach Microsoft 365: Lizenzen“. */
export const isPlainRightWord = wordList({
  are: 'liz licence licences license licenses subscription subscriptions subskription subskriptionen',
  end: 'lizenz lizenzen',
})

/** German and English. */
export const isRightWord = wordList({
  are: 'maintenance saas renewal cal cals edition kontingent softwareerweiterung plan true',
  begin: 'wartungs pflege miet nutzungs',
  end: 'abo abonnement abonnements wartung pflege miete gebühr gebühren entgelt entgelte verlängerung',
  hold: 'lizenz licenc licens subscri subskri',
  except: 'lizenzmanagement lizenzberat lizenzaudit lizenzoptim',
})

/** A maker's own care under its own name; a text of words. */
export const MAKERS_CARE =
  /(?:^| )(?:(?:premier|premium|extended|enterprise|standard|gold|platinum|mission critical) (?:lifecycle )?support|support (?:contract|renewal)|lifecycle support|support (?:gold|platinum|premium|standard))(?: |$)/u
