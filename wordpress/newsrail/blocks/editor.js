/**
 * The blocks in the editor: each shows what the server makes of it, and has
 * its settings at the side. Their names and attributes are in block.json.
 */
( function ( { blockEditor, blocks, components, data, element, i18n, serverSideRender } ) {
	const { createElement: el, Fragment } = element;
	const { __ } = i18n;
	const { Disabled, PanelBody, RangeControl, SelectControl, TextControl } = components;

	/** A choice between what the site's settings say, and two values of its own. */
	const choice = ( label, value, options, onChange ) =>
		el( SelectControl, {
			label,
			value: value || '',
			options: [ { label: __( 'As in the settings', 'newsrail' ), value: '' }, ...options ],
			onChange,
			__nextHasNoMarginBottom: true,
		} );

	const heading = ( { attributes, setAttributes } ) =>
		el( TextControl, {
			label: __( 'Heading', 'newsrail' ),
			help: __( 'The usual one if this is empty.', 'newsrail' ),
			value: attributes.heading || '',
			onChange: ( value ) => setAttributes( { heading: value || undefined } ),
			__nextHasNoMarginBottom: true,
		} );

	const list = ( { attributes, setAttributes } ) => [
		el( RangeControl, {
			key: 'count',
			label: __( 'Stories', 'newsrail' ),
			min: 1,
			max: 20,
			allowReset: true,
			value: attributes.count,
			onChange: ( count ) => setAttributes( { count } ),
			__nextHasNoMarginBottom: true,
		} ),
		el( Fragment, { key: 'layout' }, choice(
			__( 'Layout', 'newsrail' ),
			attributes.layout,
			[
				{ label: __( 'List', 'newsrail' ), value: 'list' },
				{ label: __( 'Cards', 'newsrail' ), value: 'cards' },
			],
			( layout ) => setAttributes( { layout: layout || undefined } )
		) ),
		el( Fragment, { key: 'images' }, choice(
			__( 'Pictures', 'newsrail' ),
			attributes.images,
			[
				{ label: __( 'Yes', 'newsrail' ), value: 'true' },
				{ label: __( 'No', 'newsrail' ), value: 'false' },
			],
			( images ) => setAttributes( { images: images || undefined } )
		) ),
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
				el( PanelBody, { title: __( 'Settings', 'newsrail' ) }, heading( props ), hasList && list( props ) )
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
} )( window.wp );
