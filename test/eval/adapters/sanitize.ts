export { sanitize } from '../../../scrapers/parse/sanitize.ts'
