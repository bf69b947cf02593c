import type { Head } from '../../model/ports.ts'
import type { Words } from '../../model/words.ts'

/** A JSON form of other tools, by the members that it has. */
interface Form {
  readonly what: Words
  /** All of them have to be there. */
  readonly has?: readonly string[]
  /** And this member has to say that. */
  readonly says?: readonly [member: string, pattern: RegExp]
  /** Members may bear the names of files; then what stands in them tells. */
  readonly within?: RegExp
}

/** JSON that lists components, findings or packages in a tool's own form. The first that fits names it. */
const FORMS: readonly Form[] = [
  { what: { de: 'ein Trivy-Bericht (natives JSON)', en: 'a Trivy report (native JSON)' }, has: ['SchemaVersion'] },
  { what: { de: 'eine Syft-Liste (natives JSON)', en: 'a Syft list (native JSON)' }, has: ['artifacts'] },
  { what: { de: 'ein Grype-Bericht (natives JSON)', en: 'a Grype report (native JSON)' }, has: ['matches', 'descriptor'] },
  { what: { de: 'ein Bericht des OSV-Scanners', en: 'a report of OSV-Scanner' }, has: ['results', 'experimental_config'] },
  { what: { de: 'ein OSV-Eintrag (Schwachstelle)', en: 'an OSV entry (vulnerability)' }, has: ['schema_version', 'affected'] },
  { what: { de: 'ein Bericht von Dependency-Check', en: 'a Dependency-Check report' }, has: ['reportSchema', 'scanInfo'] },
  { what: { de: 'ein Bericht von ScanCode', en: 'a ScanCode report' }, has: ['headers', 'files'] },
  {
    what: { de: 'ein Ergebnis von SCANOSS', en: 'a SCANOSS result' },
    within: /"(?:kb_version|oss_lines)"\s*:/,
  },
  { what: { de: 'eine Definition von ClearlyDefined', en: 'a ClearlyDefined definition' }, has: ['described', 'licensed'] },
  { what: { de: 'ein Ergebnis von ORT', en: 'an ORT result' }, has: ['repository', 'analyzer'] },
  { what: { de: 'ein Snyk-Bericht', en: 'a Snyk report' }, has: ['vulnerabilities', 'packageManager'] },
  { what: { de: 'ein Bericht von „npm audit“', en: 'a report of "npm audit"' }, has: ['auditReportVersion'] },
  { what: { de: 'ein Bericht von „cargo audit“', en: 'a report of "cargo audit"' }, has: ['database', 'lockfile', 'vulnerabilities'] },
  { what: { de: 'ein Prüfbericht von GitLab', en: 'a security report of GitLab' }, has: ['scan', 'vulnerabilities'] },
  { what: { de: 'eine Abhängigkeitsmeldung an GitHub', en: 'a dependency submission to GitHub' }, has: ['detector', 'manifests'] },
  { what: { de: 'ein SARIF-Protokoll', en: 'a SARIF log' }, has: ['runs', '$schema'], says: ['$schema', /sarif/i] },
  { what: { de: 'ein SARIF-Protokoll', en: 'a SARIF log' }, has: ['runs'], says: ['version', /^2\./] },
  { what: { de: 'ein OpenVEX-Dokument (Schwachstellen)', en: 'an OpenVEX document (vulnerabilities)' }, says: ['@context', /openvex/] },
  { what: { de: 'ein CSAF-Dokument (Schwachstellen)', en: 'a CSAF document (vulnerabilities)' }, has: ['document', 'product_tree'] },
  { what: { de: 'ein CSAF-Dokument (Schwachstellen)', en: 'a CSAF document (vulnerabilities)' }, has: ['document', 'vulnerabilities'] },
  { what: { de: 'eine Sperrdatei von npm', en: "npm's lock file" }, has: ['lockfileVersion'] },
  { what: { de: 'eine Sperrdatei von Composer', en: "Composer's lock file" }, has: ['content-hash', 'packages'] },
  { what: { de: 'ein Abhängigkeitsbaum von Snyk', en: "Snyk's tree of dependencies" }, has: ['packageFormatVersion', 'dependencies'] },
  { what: { de: 'eine Paketbeschreibung von npm', en: "npm's description of a package" }, has: ['name', 'dependencies'] },
  { what: { de: 'eine Paketbeschreibung von npm', en: "npm's description of a package" }, has: ['name', 'devDependencies'] },
  { what: { de: 'das Manifest eines Containers', en: "a container's manifest" }, says: ['mediaType', /^application\/vnd\.(oci|docker)\./] },
  { what: { de: 'ein JSON-Schema', en: 'a JSON schema' }, says: ['$schema', /json-schema\.org/] },
  { what: { de: 'eine Datei von eigenstand selbst', en: "a file of eigenstand's own" }, says: ['format', /^eigenstand\//] },
]
/** Members of documents that are read, whatever else they hold. */
const OURS = ['bomFormat', 'spdxVersion', 'SPDXID', '@graph', 'releases', 'records', 'ocid']

/** The tool and form of a JSON text that is no SBOM; `undefined` if it may be one, or is nothing known. */
export function foreignJson({ json, text }: Head): Words | undefined {
  // Trivy before version 0.20 wrote an array
  if (json === undefined) return /^\s*\[\s*\{\s*"Target"\s*:/.test(text) ? FORMS[0]!.what : undefined
  if (OURS.some((member) => json.has(member))) return undefined
  return FORMS.find(
    ({ has = [], says, within }) =>
      has.every((member) => json.has(member)) &&
      (says === undefined || (json.has(says[0]) && says[1].test(json.get(says[0])!))) &&
      (within === undefined || within.test(text)),
  )?.what
}
