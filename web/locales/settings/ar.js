/** Every word of the settings, in Arabic. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('ar');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'ar',
  lead: 'يُحفظ على هذا الجهاز، ولا يراه أحد سواك.',
  muted: 'المكتوم',
  nothingMuted: 'لا شيء مكتوم. تُكتم المدونة في صفحتها، والموضوع في صفحته.',
  unmute: (name) => `أظهر ${name} مجددًا`,
  weblog: 'مدونة',
  topic: 'موضوع',
  word: 'كلمة',
  addWord: 'كلمة لا تريد القراءة عنها',
  languages: 'اللغات التي أقرؤها',
  allLanguages: 'إن لم تختر شيئًا فكلها.',
  own: 'خلاصاتي الخاصة',
  ownHint:
    'إلى جانب خلاصات الكوكب. يجب أن يسمح خادم الخلاصة لصفحات أخرى بقراءتها، أو أن يكون وسيط الكوكب مفتوحًا للجميع.',
  address: 'عنوان خلاصة',
  add: 'أضف',
  remove: (name) => `أزل ${name}`,
  notAnAddress: 'ليس هذا عنوان خلاصة: يبدأ العنوان بـ https://',
  order: 'ترتيب الناس',
  orders: {
    planet: 'كما يذكرهم الكوكب',
    newest: 'الأحدث تدوينةً أولًا',
    name: 'بالاسم',
    posts: 'الأكثر تدوينًا أولًا',
  },
  letterKeys: 'مفاتيح من حرف واحد (? تسردها)',
  kept: 'ما يُحفظ هنا',
  exportIt: 'احفظه في ملف',
  importIt: 'اقرأه من ملف',
  forget: 'انسَ كل شيء',
  badFile: (name) => `لا شيء من هذا في ${name}.`,
  done: 'تم',
  hidden: (count) =>
    counted(count, {
      zero: 'لا تدوينات',
      one: 'تدوينة واحدة',
      two: 'تدوينتان',
      few: '# تدوينات',
      many: '# تدوينة',
      other: '# تدوينة',
    }),
};
