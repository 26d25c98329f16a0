/** A component with a planet in it: attributes go in, events come out. */
import { createApp, ref } from 'vue';

const Planet = {
  setup() {
    const tag = ref('');
    const count = ref(0);
    const listen = (/** @type {any} */ { detail }) => (count.value = detail.posts);
    return { tag, count, listen };
  },
  template: `
    <main>
      <h1>{{ count }} posts</h1>
      <button @click="tag = tag ? '' : 'bread'">{{ tag ? 'Everything' : 'Bread alone' }}</button>
      <planet-feed src="../planet.json" :limit="5" :tag="tag" @planet-load="listen" @planet-update="listen">
        The planet is on its way.
      </planet-feed>
    </main>`,
};

const app = createApp(Planet);
app.config.compilerOptions.isCustomElement = (name) => name === 'planet-feed';
app.mount('#root');
