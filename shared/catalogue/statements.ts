/**
 * What each set covers, in our own short words: not ALA-APA's wording, which its own page has.
 *
 * Known: the statements of 2012, except the last of Supervision and Management and of Youth Services, which the
 * copy that we read cuts off. Not known: the statements of 2009. The version stays on the credential, and its
 * page says this instead of guessing.
 */
import { type SetId, type StatementVersion, sets } from '../programme.ts'

export interface Statements {
  set: SetId
  version: StatementVersion
  /** One for each statement that is known, in the programme's order. */
  briefs: string[]
  /** What is not known, as a sentence; absent when all is. */
  gap?: string
  /** ALA-APA's page of the set; it shows the statements in force now. */
  official: string
}

const CUT_OFF =
  'One more statement belongs to this set; its text is cut off in the copy that this list was made from.'
const UNKNOWN =
  'The wording of 2009 is not recorded here; the revision of October 28, 2012 merged and reworded it. ALA-APA can say what it was.'

export function statementsOf(set: SetId, version: StatementVersion): Statements {
  const official = sets[set].page
  if (version === '2009') return { set, version, briefs: [], gap: UNKNOWN, official }
  const gap = set === 'supervision-and-management' || set === 'youth-services' ? { gap: CUT_OFF } : {}
  return { set, version, briefs: briefs2012[set], ...gap, official }
}

const briefs2012: Record<SetId, string[]> = {
  'foundations-of-library-services': [
    'The library’s mission and its role in the community',
    'Ethics and values: the Library Bill of Rights, the Code of Ethics, confidentiality, privacy',
    'Roles of support staff and others across types of libraries',
    'Departments and how they relate',
    'Basics of reference, circulation and interlibrary loan, cataloging and classification, acquisitions',
    'How libraries are governed and funded',
    'The value of cooperation between libraries',
    'Keeping one’s own skills current; professional associations',
    'Good customer service',
    'Communicating and promoting the library',
    'Responding to diverse needs',
    'Upholding policy, and knowing when an exception fits',
  ],
  'communication-and-teamwork': [
    'Concepts of interpersonal relations, service and teamwork',
    'Choosing the right medium for the audience',
    'Resolving conflict, and knowing when to refer it up',
    'Being approachable and clear',
    'Offering service before it is asked for',
    'Verbal and non-verbal skills',
    'Delivering difficult or sensitive information',
    'Contributing to teams and agreed goals',
    'Giving and taking constructive feedback',
  ],
  technology: [
    'Trends in technology for library services',
    'The library’s part in bringing technology and digital literacy to the public',
    'Integrity of data and confidentiality of what users do',
    'Appropriate use by different groups',
    'Adapting to new technology',
    'Teaching users public equipment, the internet, library software and remote access',
    'Technology for finding information; discovery tools',
    'Basic troubleshooting: resolve or refer',
    'Basic assistive technologies',
  ],
  'access-services': [
    'How collections are organized',
    'Processes and equipment of circulation, resource sharing and reserves',
    'Copyright in reserves, document delivery and interlibrary loan',
    'Privacy of users',
    'Policies and procedures of resource sharing',
    'Security of people, equipment and collections',
    'Explaining access policies',
    'Welcoming service for all',
    'Help in emergencies and diverse situations',
    'Handling money and its records',
    'Shelving, shifting and shelf reading',
    'Solving problems of circulation and resource sharing',
    'Collecting and reporting data',
  ],
  'adult-readers-advisory-services': [
    'Knowing the collection by type and genre',
    'Popular and classic fiction, current nonfiction',
    'Review tools for music',
    'Review tools for film',
    'Formats for people with disabilities',
    'Advisory tools online and in print, social media',
    'Describing plot and appeal briefly',
    'Recommending without judgment',
    'Finding specific titles in the format a reader prefers',
    'Programs: discussions, summer reading, film',
    'Lists of resources and displays',
    'Suggesting additions to the collection',
  ],
  'cataloging-and-classification': [
    'Processes and technology of cataloging',
    'Cataloging tools, bibliographic utilities, format standards',
    'Metadata formats and rules: selecting, reviewing, editing and generating records',
    'Schemes of classification and organization',
    'Authority control and access points',
    'The value of cooperative cataloging',
    'Explaining what cataloging is for, to help users',
    'Tools that store and retrieve metadata',
  ],
  'collection-management': [
    'The library system and its data for managing collections',
    'Principles of collection development',
    'Helping with selection, withdrawal, retention and replacement',
    'Processes that give users access to content',
    'How content is produced and distributed',
    'Resource-sharing agreements in decisions on collections',
    'Evaluative sources',
    'Basics of preservation',
    'Preparing materials accurately',
    'Explaining collection policy',
  ],
  'reference-and-information-services': [
    'The scope of the library’s collections',
    'Legal and ethical matters: privacy, copyright',
    'Basic reference and community resources',
    'Classification schemes',
    'Searching the catalog, websites and other tools',
    'Reference interviews and referral',
    'Teaching users research and digital literacy',
    'Choosing and evaluating resources',
    'Finding materials here and elsewhere',
  ],
  'supervision-and-management': [
    'Employment law and library policy',
    'Managing, supervising and disciplining staff',
    'Recruiting, hiring, training and evaluating',
    'Setting expectations for performance',
    'Principles of leadership',
    'Developing staff',
    'Written policies and procedures, and the difference',
    'Budgeting',
    'Fundraising and grants',
    'Planning from community data',
    'Partnerships',
    'Marketing',
    'Goals and objectives',
    'Service built around users',
  ],
  // Written for public libraries, birth to 17.
  'youth-services': [
    'The library’s role for all youth',
    'Child and adolescent development, literacy',
    'Resources for youth',
    'Matching material to a young reader',
    'Internet sites and safety',
    'Law and policy: the rights of minors',
    'Safe, welcoming service',
    'Communicating with youth, caregivers and agencies',
    'Programs',
    'Cooperation with schools',
    'Reference for youth, and referral',
  ],
}
