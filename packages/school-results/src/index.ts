export { readResults } from './reading/read-results.ts'
