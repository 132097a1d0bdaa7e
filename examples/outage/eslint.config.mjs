// It has no rules of its own and never mentions the plugin, so the recommended preset looks at the example.
export default [{ name: 'outage-example' }];
