/**
 * The blocks in the editor: each shows what the server makes of it, and has
 * its settings at the side. Their names and attributes are in block.json, and
 * what may be chosen comes from the plugin's table (includes/choices.php).
 */
( function ( { blockEditor, blocks, components, data, element, i18n, serverSideRender }, choices ) {
	const { createElement: el } = element;
	const { __ } = i18n;
	const { CheckboxControl, Disabled, PanelBody, RangeControl, SelectControl, TextControl } = components;

	/** A choice between what the site's settings say, and some values of its own: pairs of a value and its label. */
	const choice = ( label, value, options, onChange ) =>
		el( SelectControl, {
			key: label,
			label,
			value,
			options: [ [ '', __( 'As in the settings', 'newsrail' ) ], ...options ].map( ( [ word, text ] ) => ( { value: word, label: text } ) ),
			onChange,
			__nextHasNoMarginBottom: true,
		} );

	/** The choice of one of an attribute's words. */
	const oneOf = ( name, { attributes, setAttributes } ) => {
		const [ label, words ] = choices[ name ];
		return choice( label, attributes[ name ] || '', Object.entries( words ), ( word ) => setAttributes( { [ name ]: word || undefined } ) );
	};

	const text = ( name, label, help, { attributes, setAttributes } ) =>
		el( TextControl, {
			key: name,
			label,
			help,
			value: attributes[ name ] || '',
			onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
			__nextHasNoMarginBottom: true,
		} );

	/** The line below each headline: the settings' own, none, or what is ticked. */
	const meta = ( { attributes, setAttributes } ) => {
		const [ label, words ] = choices.meta;
		const set = attributes.meta === undefined ? undefined : attributes.meta.split( /\s+/ ).filter( Boolean );
		const kind = set ? ( set.length ? 'own' : 'none' ) : '';
		const begin = { '': undefined, none: '', own: Object.keys( words )[ 0 ] };
		return [
			choice( label, kind, [ [ 'none', __( 'None', 'newsrail' ) ], [ 'own', __( 'Its own', 'newsrail' ) ] ], ( to ) => setAttributes( { meta: begin[ to ] } ) ),
			...( kind === 'own' ? Object.entries( words ) : [] ).map( ( [ word, title ] ) => el( CheckboxControl, {
				key: word,
				label: title,
				checked: set.includes( word ),
				onChange: ( ticked ) => setAttributes( { meta: ( ticked ? [ ...set, word ] : set.filter( ( other ) => other !== word ) ).join( ' ' ) } ),
				__nextHasNoMarginBottom: true,
			} ) ),
		];
	};

	const list = ( props ) => [
		el( RangeControl, {
			key: 'count',
			label: __( 'Stories', 'newsrail' ),
			min: 1,
			max: 20,
			allowReset: true,
			value: props.attributes.count,
			onChange: ( count ) => props.setAttributes( { count } ),
			__nextHasNoMarginBottom: true,
		} ),
		oneOf( 'layout', props ),
		choice(
			__( 'Pictures', 'newsrail' ),
			props.attributes.images || '',
			[ [ 'true', __( 'Yes', 'newsrail' ) ], [ 'false', __( 'No', 'newsrail' ) ] ],
			( images ) => props.setAttributes( { images: images || undefined } )
		),
		...meta( props ),
		oneOf( 'read', props ),
	];

	const settings = ( hasList, props ) => [
		text( 'heading', __( 'Heading', 'newsrail' ), __( 'The usual one if this is empty.', 'newsrail' ), props ),
		...( hasList ? list( props ) : [] ),
		oneOf( 'theme', props ),
		text( 'lang', __( 'Language', 'newsrail' ), __( 'A language tag such as en or pt-BR. As in the settings if this is empty.', 'newsrail' ), props ),
	];

	const edit = ( name, hasList ) => ( props ) => {
		const post = data.useSelect( ( select ) => select( 'core/editor' )?.getCurrentPostId?.(), [] );
		// A template has a text as its identifier, and is no post.
		const query = Number.isInteger( post ) ? { post_id: post } : {};
		return el(
			'div',
			blockEditor.useBlockProps(),
			el(
				blockEditor.InspectorControls,
				null,
				el( PanelBody, { title: __( 'Settings', 'newsrail' ) }, settings( hasList, props ) )
			),
			el(
				Disabled,
				null,
				el( serverSideRender, {
					block: name,
					attributes: props.attributes,
					urlQueryArgs: query,
					skipBlockSupportAttributes: true,
				} )
			)
		);
	};

	for ( const [ name, hasList ] of [
		[ 'newsrail/popular', true ],
		[ 'newsrail/more-like-this', true ],
		[ 'newsrail/subscribe', false ],
	] ) {
		// The server renders a block anew on each page: nothing of it is saved in the post.
		blocks.registerBlockType( name, { edit: edit( name, hasList ), save: () => null } );
	}
} )( window.wp, window.newsrailChoices );
