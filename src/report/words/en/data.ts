import type { data as german } from '../de/data.ts'

/** Sections 6 and 7. */
export const data = {
  'data.provisional': 'Why the result is provisional',
  'data.read-heading': 'What was read',
  'data.sources': 'Inputs and what became of their records',
  'data.no-sources': 'No file was read.',
  'data.balance': 'For every file: records = read + rejected + unusable (totals, footnotes, blank rows).',
  'data.file': 'File',
  'data.format': 'Format',
  'data.records': 'records',
  'data.read': 'read',
  'data.rejected': 'rejected',
  'data.unusable': 'unusable',
  'data.note-count': 'notes',
  'data.notes-heading': 'Notes from reading',
  'data.notes': 'Notes with their places',
  'data.no-notes': 'None.',
  'data.notes-left': '{n|One more note is|# more notes are} in the JSON output.',
  'data.code': 'Code',
  'data.note': 'Note',
  'coverage.heading': 'What is known',
  'coverage.caption': 'Known share by basis (coverage). It improves no level.',
  'coverage.of': 'Statement',
  'coverage.maker': 'maker',
  'coverage.licence': 'licence',
  'coverage.layer': 'layer',
  'coverage.amount': 'amount',
  'undecided.caption': 'Rules that could not be decided for want of data',
  'undecided.unprinted': '{n|One rule|# rules} could not be decided for some entries for want of data; the HTML file says which.',
  'undecided.policy': 'Rule',
  'undecided.count': 'Cases',
  'undecided.missing': 'What is missing',
  'undecided.examples': 'Examples',
  'spend.per-year':
    'Spend: {total} a year from {n|one line|# lines} with an amount. {without|One line has|# lines have} no usable amount; {beside} stand beside without weight.',
  'spend.as-stated':
    'Spend: {total} as stated, not converted to a year, from {n|one line|# lines} with an amount. {without|One line has|# lines have} no usable amount; {beside} stand beside without weight.',
  'limits.heading': 'What the numbers do not say',
  'limits.sbom':
    'A software bill of materials (SBOM) mostly names libraries only. Operating system, database, hosting and services used are often missing in it.',
  'limits.seller': 'A procurement list often names the reseller. Where the maker cannot be recognised it stays unknown and is not guessed.',
  'limits.silent':
    "Not assessable from these inputs: place and keys of the data, staff, a rehearsed exit, origin of the hardware, the vendors' plans.",
  'limits.quality': 'Security, quality and economy of the products are not assessed.',
  'limits.spend': 'Free software used without payment appears with 0 euro. The share of spend shows where money goes, not what is used.',
  'assumes.heading': 'Assumptions',
  'assumes.source': 'The source of a package from a public registry under an OSI licence is taken to be public.',
  'assumes.tax.unknown': 'Amounts that do not say whether they are net or gross are taken as net.',
  'assumes.tax.gross':
    'Gross amounts count as stated, because the project file gives no VAT rate; beside net ones they weigh too much by the tax.',
  'assumes.register': 'Ownership and size of the vendors hold as the register states them for the reference date.',

  'method.intro': 'The method in short: the unknown stays a range. Open software ties to no vendor. The worst goal decides, as a minimum.',
  'method.bases': 'Three bases, never added up',
  'method.bases.components':
    'Components: every component built in directly counts 1. Transitive ones stand beside; where they are not open there is a finding.',
  'method.bases.spend': 'Spend: amounts in euro, converted to a year if a term is known for at least 95% of the sum, else as stated.',
  'tax.all.net': 'All amounts are net.',
  'tax.all.converted': 'All amounts are stated gross and were made net by the VAT rate of the project file.',
  'tax.all.gross': 'All amounts are gross and count so, because the project file gives no VAT rate.',
  'tax.all.unknown': 'Whether the amounts are net or gross is not stated; they are taken as net.',
  'tax.of': 'Amounts from {file}: {parts}.',
  'tax.files': '{n} files',
  'tax.net': '{n} net',
  'tax.converted': '{n} gross, made net by the VAT rate of the project file',
  'tax.gross': '{n} gross and counted so, because the project file gives no VAT rate',
  'tax.unknown': '{n} without a statement, taken as net',
  'method.bases.lines': 'Lines: every line of the procurement list counts 1. They decide the level only where there is no spend.',
  'method.unknown': 'The unknown',
  'method.unknown.text':
    'Every share is a range. The lower end is what surely belongs to it; the upper end adds what is undecided. The divisor is always the whole. The unknown never counts as good, never as zero, and never drops out.',
  'method.figures': 'Figures',
  'method.figures.large':
    'Share of large vendors: weight of all that is not open and belongs to a group of tier T1 or T2, divided by the whole.',
  'method.figures.proprietary': 'Proprietary share: weight of all with a proprietary or restricted licence, divided by the whole.',
  'method.figures.hhi':
    "Concentration: the sum of the groups' squared shares of what is surely not open, times 10,000 (Herfindahl-Hirschman index, HHI). 10,000 divided by the HHI is the number of equally large vendors.",
  'method.figures.bounds':
    'If a share u is undecided and the largest known share is s, the HHI is higher by at most 10,000 · (2 · s · u + u²). What is open counts in the whole but for no vendor.',
  'method.figures.coverage':
    'Coverage: for which share of the weight maker, licence and layer are known, each by itself; the smallest is stated. Known amounts are no part of it.',
  'method.levels': 'Levels',
  'method.levels.text':
    'Every goal is computed at both ends of the unknown: in the best and in the worst case. Of two bases the worse one holds. The dependence level reaches from the highest best to the highest worst value. A goal without data reaches from 1 to 5.',
  'bounds.caption': 'Boundaries of the levels in the rule set "{set}"',
  'bounds.elsewhere': 'The boundaries of the levels are in the rule set.',
  'bounds.levels': 'Boundaries',
  'bounds.also': 'Besides',
  'bounds.switch.1': 'Level 1: HHI at most {hhi}',
  'bounds.switch.2': 'Level 2: HHI over {hhi}',
  'bounds.switch.3': 'Level 3: HHI over {hhi}',
  'bounds.switch.4': 'Level 4: largest private vendor from {share}',
  'bounds.switch.5': 'Level 5: as 4, and the inputs document a lock-in',
  'bounds.switch.note':
    'By layer; the worst layer with at least {share} of the software spend holds. Under {n} lines with weight: facts, no level. From a bill of materials bound services count as a minimum.',
  'bounds.shape': 'Level {level}: open share from {share}',
  'bounds.shape.5': 'Level 5: open share below {share}',
  'bounds.shape.note':
    'A component that is not open, at any depth, excludes level 1. If something load-bearing is not open, the level is at least 3.',
  'bounds.voice': 'The highest level at or above which at least {share} of the weight lies',
  'bounds.voice.note':
    'By entry: 1 open under common or public governance; 2 open from a single company, or proprietary from the public hand; else 3, one more for large vendors and one more for a seat outside EU and EEA.',
  'bounds.margin': 'Borderline',
  'bounds.margin.text': 'Closer than {points|one percentage point|# percentage points} or {hhi} HHI points to a boundary',
  'bounds.margin.note': 'Then both levels are named.',
  'method.words': 'How to read it',
  'notice.egovg':
    'Section 16a EGovG addresses German federal authorities ("should"), applies to new purchases and gives a priority, not a ban. For others it is a voluntary yardstick here.',
  'notice.gwb': 'Values from section 18 GWB and from merger control serve for comparison only; they are not applied.',
  'notice.award': 'The seat of a vendor and the dependence level are neither suitability nor award criteria.',
  'notice.direct': 'For direct awards the reason is the one that the buyer states. Whether it holds was not examined.',
  'notice.frameworks':
    "There is no official German scale of grades for digital sovereignty. This report claims no grading by anybody else's framework.",
} as const satisfies Record<keyof typeof german, string>
