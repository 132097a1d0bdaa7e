#!/usr/bin/env node
// Stands here from the start: npm links commands when it installs, before anything is built.
import '../dist/multi-region.js';
