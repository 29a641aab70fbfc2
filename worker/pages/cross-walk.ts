/**
 * Where an area's subject stands in another list that libraries plan training by: WebJunction's Competency Index for
 * the Library Field (2014), which names the LSSC competencies among its sources. It is our own reading, in our own
 * words; neither list says that one stands for the other. Only what its own pages name is here: three of its chapters,
 * and readers’ advisory. The other areas wait until somebody has read the index itself for them.
 */
import type { SetId } from '../../shared/programme.ts'

export const competencyIndex = {
  name: 'Competency Index for the Library Field',
  by: 'WebJunction',
  url: 'https://www.webjunction.org/documents/webjunction/Competency_Index_for_the_Library_Field.html',
}

/** The subjects under which the index has what the area has, to be read after "under". */
export const inCompetencyIndex: Partial<Record<SetId, string>> = {
  'communication-and-teamwork': 'personal and interpersonal skills',
  technology: 'core technology skills',
  'adult-readers-advisory-services': 'readers’ advisory',
  'supervision-and-management': 'library management',
}
