/** The pages of this room: the layers, or one behind them (`year`, `scan`, `print`, `try/<idea>`). */
export function impactPath(organisationSlug: string, page = ''): string {
  return `/s/${organisationSlug}/impact${page === '' ? '' : `/${page}`}`
}
