/** A component with a planet in it: attributes go in, events come out. */
import { createApp, ref } from 'vue';

const Planet = {
  setup() {
    const [src, tag, shown] = [ref('../planet.json'), ref(''), ref(true)];
    const [count, trouble] = [ref(0), ref('')];
    const listen = (/** @type {any} */ { detail }) => (count.value = detail.posts);
    const fail = (/** @type {any} */ { detail }) => (trouble.value = detail.reason);
    return { src, tag, shown, count, trouble, listen, fail };
  },
  template: `
    <main>
      <h1>{{ count }} posts</h1>
      <button @click="tag = tag ? '' : 'bread'">{{ tag ? 'Everything' : 'Bread alone' }}</button>
      <button @click="shown = !shown">{{ shown ? 'Hide' : 'Show' }}</button>
      <button @click="src = 'nowhere.json'">Another planet</button>
      <p v-if="trouble" role="alert">No planet: {{ trouble }}</p>
      <planet-feed v-if="shown" :src="src" :limit="5" :tag="tag"
        @planet-load="listen" @planet-update="listen" @planet-error="fail">
        The planet is on its way.
      </planet-feed>
    </main>`,
};

const app = createApp(Planet);
app.config.compilerOptions.isCustomElement = (name) => name === 'planet-feed';
app.mount('#root');
