import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Tabs } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { visitsText } from '../text.ts'
import { visitsPath } from '../visit.ts'

/** The pages of this room beside each other. */
export function VisitTabs({ c }: { readonly c: WebContext }): Html {
  const words = visitsText(c.var.locale).tabs
  const path = visitsPath(organisationOf(c).slug)
  const tabs = [
    { label: words.visits, href: path },
    { label: words.hours, href: `${path}/hours` },
    { label: words.scores, href: `${path}/scores` },
    { label: words.tracks, href: `${path}/tracks` },
    { label: words.instruments, href: `${path}/instruments` },
  ]
  return <Tabs label={words.label} tabs={tabs} here={c.req.path} />
}
