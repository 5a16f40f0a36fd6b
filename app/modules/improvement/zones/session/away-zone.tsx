import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Zone } from '../../zone.ts'
import { zoneId } from '../../zone-view.ts'

/** A zone that is not shown in this step: it keeps its place, so that it can come back. */
export function AwayZone({ zone }: { readonly zone: Zone }): Html {
  return <section id={zoneId(zone)} hidden />
}
