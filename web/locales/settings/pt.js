/** Every word of the settings, in Portuguese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('pt');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'pt',
  lead: 'Fica neste dispositivo; ninguém mais vê.',
  muted: 'Silenciado',
  nothingMuted: 'Nada está silenciado. Um blog é silenciado na página dele, um assunto na sua.',
  unmute: (name) => `Mostrar ${name} de novo`,
  weblog: 'blog',
  topic: 'assunto',
  word: 'palavra',
  addWord: 'Uma palavra sobre a qual você não quer ler',
  languages: 'Idiomas que leio',
  allLanguages: 'Nenhum escolhido: todos.',
  own: 'Meus próprios feeds',
  ownHint:
    'Além dos do planeta. O servidor de um feed assim precisa deixar outras páginas lê-lo, ou o proxy do planeta precisa estar aberto a todos.',
  address: 'Endereço de um feed',
  add: 'Adicionar',
  remove: (name) => `Remover ${name}`,
  notAnAddress: 'Isso não é o endereço de um feed: ele começa com https://',
  order: 'Ordem das pessoas',
  orders: {
    planet: 'como o planeta as nomeia',
    newest: 'o post mais novo primeiro',
    name: 'por nome',
    posts: 'quem mais escreve primeiro',
  },
  letterKeys: 'Teclas de uma só letra (? mostra a lista)',
  kept: 'O que fica aqui',
  exportIt: 'Salvar em um arquivo',
  importIt: 'Ler de um arquivo',
  forget: 'Esquecer tudo',
  badFile: (name) => `${name} não contém nada disso.`,
  done: 'Pronto',
  hidden: (count) => counted(count, { one: '# post', other: '# posts' }),
};
