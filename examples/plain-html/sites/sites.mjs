const widgets = [
  'cv-call-library',
  'cv-call-detail',
  'cv-chat',
  'cv-profits-browser',
  'cv-rebuttal-library',
  'cv-search',
];

/** The two sites this server can be, chosen by BRAND: fonts, readers, pages, and the widgets their sessions may show. */
export const sites = {
  table: {
    name: 'The Long Table',
    fonts: ['vollkorn', 'karla'],
    widgets,
    users: [
      { id: 'ines', name: 'Ines Moreau', email: 'ines@northbeam.example', role: 'manager', title: 'lead coach' },
      { id: 'tess', name: 'Tess Okafor', email: 'tess@northbeam.example', role: 'coach', title: 'coach' },
      {
        id: 'maya',
        name: 'Maya Lindqvist',
        email: 'maya.lindqvist@kestrelfreight.example',
        role: 'member',
        title: 'rep at Kestrel Freight',
      },
    ],
    nav: [
      { label: 'Programme', path: '/profits' },
      { label: 'Lessons', path: '/' },
      { label: 'Field notes', path: '/calls' },
      { label: 'Alumni', path: '/search' },
    ],
    pages: {
      '/': { page: 'lesson', title: 'Lesson 6: Price' },
      '/calls': { page: 'calls', title: 'Field notes' },
      '/profits': { page: 'profits', title: 'Programme' },
      '/search': { page: 'search', title: 'Alumni' },
    },
  },
  law: {
    name: 'Harbor & Finch',
    fonts: ['eb-garamond'],
    widgets,
    users: [
      {
        id: 'eleanor',
        name: 'Eleanor Finch',
        email: 'eleanor.finch@harborfinch.example',
        role: 'manager',
        title: 'partner',
      },
      {
        id: 'daniel',
        name: 'Daniel Frome',
        email: 'daniel.frome@harborfinch.example',
        role: 'member',
        title: 'associate',
      },
    ],
    nav: [
      { label: 'Intake', path: '/' },
      { label: 'Conversations', path: '/calls' },
      { label: 'Clients', path: '/profits' },
      { label: 'Research', path: '/search' },
    ],
    pages: {
      '/': { page: 'intake', title: 'Intake' },
      '/calls': { page: 'calls', title: 'Conversations' },
      '/profits': { page: 'profits', title: 'What clients want' },
      '/search': { page: 'search', title: 'Research' },
    },
  },
};
