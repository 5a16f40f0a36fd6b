import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Tabs } from '../../../../platform/ui/index.ts'
import { libraryText } from '../../library/text.ts'
import { lessonsText } from '../text.ts'

interface LessonTabsProps {
  readonly locale: Locale
  /** Of the lesson. */
  readonly path: string
  readonly here: 'design' | 'compare' | 'history' | 'share'
}

/** The parts of a lesson beside each other. */
export function LessonTabs({ locale, path, here }: LessonTabsProps): Html {
  const words = lessonsText(locale).tabs
  const hrefs = { design: path, compare: `${path}/compare`, history: `${path}/history`, share: `${path}/share` }
  const tabs = (['design', 'compare', 'history'] as const).map((key) => ({ label: words[key], href: hrefs[key] }))
  const share = { label: libraryText(locale).shareTab, href: hrefs.share }
  return <Tabs label={words.name} tabs={[...tabs, share]} here={hrefs[here]} />
}
