/**
 * Where an area's subject stands in another list that libraries plan training by: WebJunction's Competency Index for
 * the Library Field (2014), which names the LSSC competencies among its sources. It is our own reading, in our own
 * words, subject by subject; neither list says that one stands for the other. What has no place of its own there is
 * left out.
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
  'access-services': 'access services',
  'adult-readers-advisory-services': 'readers’ advisory',
  'cataloging-and-classification': 'cataloging',
  'collection-management': 'acquisition, and collection development and management',
  'reference-and-information-services': 'reference',
  'supervision-and-management': 'library management',
  'youth-services': 'services to children and to young adults',
}
