/** Every word of the builder, in Arabic. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('ar');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'ar',
  direction: 'rtl',
  title: 'ابنِ كوكبًا',
  lead: 'أفلت قائمة خلاصات في أي مكان من هذه الصفحة: ملف OPML أو planet.json أو config.ini من كوكب قديم أو جدولًا أو نصًا فيه عناوين. لا شيء منها يغادر هذا المتصفح.',
  file: 'اختر ملفًا',
  address: 'عنوان مدونة أو خلاصة',
  add: 'أضف',
  feeds: 'الخلاصات',
  noFeeds: 'لا شيء بعد.',
  remove: (name) => `أزل ${name}`,
  name: 'الاسم',
  planetTitle: 'العنوان',
  proxy: 'الوسيط',
  proxyHint:
    'معظم الخلاصات لا تقرؤها إلا صفحات مواقعها. وسيط مفتوح في عنوانه {url} يقرؤها لهذه المعاينة ولكوكبك.',
  preview: 'معاينة',
  previewEmpty: 'تظهر التدوينات هنا حالما توجد خلاصة.',
  take: 'خذه معك',
  oneFile: 'صفحة في ملف واحد',
  folder: 'مجلد لأي مضيف (zip)',
  snippet: 'لصفحة من صفحاتك',
  copy: 'انسخ',
  copied: 'نُسخ',
  waiting: 'تُقرأ…',
  posts: (count) =>
    counted(count, {
      zero: 'لا تدوينات',
      one: 'تدوينة واحدة',
      two: 'تدوينتان',
      few: '# تدوينات',
      many: '# تدوينة',
      other: '# تدوينة',
    }),
  searching: 'البحث عن خلاصات…',
  unreachable: (address) => `لا يمكن قراءة ${address} من هنا. اكتب عنوان خلاصته، أو اذكر أدناه وسيطًا مفتوحًا.`,
  none: (address) => `لا يذكر ${address} أي خلاصة.`,
  known: 'هذه الخلاصة في القائمة.',
  nothingIn: (name) => `لا خلاصات في ${name}.`,
  took: (name, count) =>
    counted(count, {
      zero: 'لا خلاصات من {}.',
      one: 'خلاصة واحدة من {}.',
      two: 'خلاصتان من {}.',
      few: '# خلاصات من {}.',
      many: '# خلاصة من {}.',
      other: '# خلاصة من {}.',
    }).replace('{}', () => name),
  missing: (detail) => `تعذّر إنشاؤه: ${detail}`,
};
