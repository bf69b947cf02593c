export { explainLicence, type Allowed, type Freedoms, type LicenceExplanation } from './explain.ts'
export { createLicenceReader, type LicenceContext, type LicenceReader } from './reader.ts'
export { licenceTables } from './register-tables.ts'
export { structuralClass } from './structural.ts'
