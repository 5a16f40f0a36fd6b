import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Tabs } from '../../../../platform/ui/index.ts'
import { impactPath } from '../impact-path.ts'
import { impactText } from '../text.ts'

interface ImpactTabsProps {
  readonly locale: Locale
  readonly slug: string
  readonly here: 'layers' | 'year' | 'scan' | 'print'
}

export function ImpactTabs({ locale, slug, here }: ImpactTabsProps): Html {
  const words = impactText(locale)
  const href = (page: ImpactTabsProps['here']) => impactPath(slug, page === 'layers' ? '' : page)
  const pages = ['layers', 'year', 'scan', 'print'] as const
  return (
    <Tabs
      label={words.tabs}
      tabs={pages.map((page) => ({ label: words.tab[page], href: href(page) }))}
      here={href(here)}
    />
  )
}
