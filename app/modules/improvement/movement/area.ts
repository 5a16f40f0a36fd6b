/** Where schools are counted: the country, a province, a municipality, or the schools of one governing body. */
export type Area =
  | { readonly kind: 'country' }
  | { readonly kind: 'province'; readonly name: string }
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'body'; readonly number: string }

const mark = { province: 'p', municipality: 'm', body: 'b' } as const

/** The public page of an area. */
export function areaPath(area: Area): string {
  return area.kind === 'country' ? '/movement' : `/movement/in/${areaKey(area)}`
}

export function areaKey(area: Exclude<Area, { kind: 'country' }>): string {
  switch (area.kind) {
    case 'province':
      return `${mark.province}-${encodeURIComponent(area.name)}`
    case 'municipality':
      return `${mark.municipality}-${area.code}`
    case 'body':
      return `${mark.body}-${area.number}`
  }
}

/** The area of a path's last part, already decoded; null for anything else. */
export function readArea(text: string): Area | null {
  const [, kind, name = ''] = /^([pmb])-(.{1,60})$/u.exec(text) ?? []
  switch (kind) {
    case mark.province:
      return { kind: 'province', name }
    case mark.municipality:
      return /^\d{4}$/.test(name) ? { kind: 'municipality', code: name } : null
    case mark.body:
      return /^\d{5}$/.test(name) ? { kind: 'body', number: name } : null
    default:
      return null
  }
}
