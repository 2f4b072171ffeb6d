// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node check.mjs PROGRAM [ARGUMENT…]
//
// Starts PROGRAM, which must print the demo server's one JSON line, and looks at it with @ctrl/plex,
// a client that others wrote. Every value is compared; any difference ends with exit code 1.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Playlist, PlexServer, Track } from '@ctrl/plex';

const tracks = 2000;
const [program, ...programArguments] = process.argv.slice(2);
const child = spawn(program, [...programArguments, '--tracks', String(tracks), '--seed', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve, reject) => {
    child.on('exit', resolve);
    child.on('error', reject);
});

async function step(name, work) {
    await work();
    console.log(`ok ${name}`);
}

/** The server's own answer, without the client in between. */
async function raw(demo, path) {
    const response = await fetch(new URL(path, demo.pms), {
        headers: { Accept: 'application/json', 'X-Plex-Token': demo.token },
    });
    assert.equal(response.status, 200, path);
    return (await response.json()).MediaContainer;
}

async function checkLibrary(demo, server) {
    assert.equal(server.machineIdentifier, demo.machineIdentifier);
    assert.equal(server.friendlyName, 'Demo library');
    const library = await server.library();
    const sections = await library.sections();
    assert.deepEqual(sections.map(section => section.type), ['movie', 'artist', 'show']);
    const music = await library.section('Music');
    const artists = await music.searchArtists();
    const albums = await music.albums();
    const all = await music.searchTracks();
    assert.equal(all.length, tracks);
    assert.equal(artists.length, 52);
    assert.equal(albums.length, 182);
    assert.equal(albums.reduce((sum, album) => sum + album.leafCount, 0), tracks);
    const films = await library.section('Films');
    assert.equal((await films.all()).length, 60);
    return { music, all };
}

async function checkTrack(demo, server, track) {
    const { Metadata: [expected] } = await raw(demo, `/library/metadata/${track.ratingKey}`);
    assert.equal(track.title, expected.title);
    assert.equal(track.grandparentTitle, expected.grandparentTitle);
    assert.equal(track.parentTitle, expected.parentTitle);
    assert.equal(track.duration, expected.duration);
    assert.equal(track.type, 'track');
    assert.equal(track.trackNumber, expected.index);
    assert.equal(track.locations[0], expected.Media[0].Part[0].file);
    assert.ok(track.duration >= 20_000 && track.duration <= 60_000);
    const album = await track.album();
    assert.equal(album.title, track.parentTitle);
    const ofAlbum = await album.tracks();
    assert.equal(ofAlbum.length, album.leafCount);
    assert.ok(ofAlbum.some(one => one.ratingKey === track.ratingKey));
}

async function titlesOf(demo, playlist) {
    const items = await raw(demo, `/playlists/${playlist.ratingKey}/items`);
    return (items.Metadata ?? []).map(item => item.ratingKey);
}

async function checkPlaylists(demo, server, music, all) {
    const existing = await music.playlists();
    assert.equal(existing.length, 8);
    assert.equal(existing.filter(playlist => playlist.smart).length, 2);
    assert.equal(existing.filter(playlist => playlist.title === 'Kitchen').length, 2);

    const keys = all.slice(10, 14).map(track => track.ratingKey);
    const created = await Playlist.create(server, 'Made by another client', {
        items: all.slice(10, 13),
    });
    assert.equal(created.title, 'Made by another client');
    assert.equal(created.leafCount, 3);
    assert.deepEqual(await titlesOf(demo, created), keys.slice(0, 3));
    await created.addItems([all[13]]);
    assert.deepEqual(await titlesOf(demo, created), keys);

    // The last one behind the first, then to the top.
    const items = await created.items();
    assert.equal(items.length, 4);
    const { Metadata: entries } = await raw(demo, `/playlists/${created.ratingKey}/items`);
    const ids = entries.map(entry => entry.playlistItemID);
    await server.query(`${created.key}/items/${ids[3]}/move?after=${ids[0]}`, 'put');
    assert.deepEqual(await titlesOf(demo, created), [keys[0], keys[3], keys[1], keys[2]]);
    await server.query(`${created.key}/items/${ids[2]}/move`, 'put');
    assert.deepEqual(await titlesOf(demo, created), [keys[2], keys[0], keys[3], keys[1]]);

    await Playlist.update(server, created.ratingKey, { title: 'Renamed – été' });
    assert.equal((await raw(demo, `/playlists/${created.ratingKey}`)).Metadata[0].title, 'Renamed – été');
    // This client only knows the entry ids that it read itself, and this one leaves them out.
    await server.query(`${created.key}/items/${ids[0]}`, 'delete');
    assert.deepEqual(await titlesOf(demo, created), [keys[2], keys[3], keys[1]]);
    await created.delete();
    assert.equal((await music.playlists()).length, 8);
}

async function checkRating(demo, server, track) {
    const path = `/:/rate?identifier=com.plexapp.plugins.library&key=${track.ratingKey}`;
    const read = async () => {
        const { Metadata: [data] } = await server.query(`/library/metadata/${track.ratingKey}`)
            .then(answer => answer.MediaContainer);
        return new Track(server, data, undefined, undefined).userRating;
    };
    await server.query(`${path}&rating=7`, 'put');
    assert.equal(await read(), 7);
    await server.query(`${path}&rating=-1`, 'put');
    assert.equal(await read(), undefined);
    assert.ok(!('userRating' in (await raw(demo, `/library/metadata/${track.ratingKey}`)).Metadata[0]));
}

async function checkSearch(server, track) {
    const hubs = await server.search(track.title, undefined, 50);
    const hub = hubs.find(one => one.type === 'track');
    assert.ok(hub.Metadata.some(item => item.title === track.title));
    const none = await server.search('qqqzzz no such thing');
    assert.equal(none.reduce((sum, one) => sum + one.size, 0), 0);
}

async function main() {
    const lines = createInterface({ input: child.stdout });
    const first = await Promise.race([
        new Promise(resolve => { lines.once('line', resolve); }),
        ended.then(code => { throw new Error(`the server ended with ${code}`); }),
    ]);
    const demo = JSON.parse(first);
    const server = new PlexServer(demo.pms, demo.token);
    await step('connect', () => server.connect());
    await assert.rejects(new PlexServer(demo.pms, 'wrong').connect());
    let music;
    let all;
    await step('library', async () => {
        ({ music, all } = await checkLibrary(demo, server));
    });
    const plain = all.find(track => track.index > 0 && !track.originalTitle && track.title.length > 8);
    await step('track', () => checkTrack(demo, server, plain));
    await step('playlists', () => checkPlaylists(demo, server, music, all));
    await step('rating', () => checkRating(demo, server, plain));
    await step('search', () => checkSearch(server, plain));
}

let status = 0;
try {
    await main();
} catch (error) {
    console.error(error);
    status = 1;
}
child.kill('SIGTERM');
const code = await ended.catch(() => 1);
if (status === 0 && code !== 0) {
    console.error(`the server ended with ${code}`);
    status = 1;
}
process.exit(status);
